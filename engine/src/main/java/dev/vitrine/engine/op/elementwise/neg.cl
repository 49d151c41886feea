// Negation; Neg.java says what it means, NegJava.java defines it.
// One work-item: V neighbouring values.

// y = -x
kernel void forward(global const float *x, global float *y, int size) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    store_guarded(y, i, size, -in);
}

// dx = -g
kernel void backward(global const float *g, global const float *x, global const float *y, global float *dx, int size) {
    int i = get_global_id(0) * V;
    vf grad = load_guarded(g, i, size);
    store_guarded(dx, i, size, -grad);
}
