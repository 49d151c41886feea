// Keeping values within bounds; Clamp.java says what it means, ClampJava.java defines it.
// One work-item: V neighbouring values. select(a, b, test) is b where the test holds, else a; not-a-number holds no test.

// y = min where x < min, max where x > max, else x
kernel void forward(global const float *x, global float *y, int size, float least, float most) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    vf above = select(in, (vf)(least), in < (vf)(least));
    store_guarded(y, i, size, select(above, (vf)(most), in > (vf)(most)));
}

// dx = g where min <= x <= max, else 0
kernel void backward(global const float *g, global const float *x, global float *dx, int size, float least, float most) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    vf grad = load_guarded(g, i, size);
    store_guarded(dx, i, size, select((vf)(0.0f), grad, in >= (vf)(least) && in <= (vf)(most)));
}
