// The leaky rectified linear unit; LeakyRelu.java says what it means, LeakyReluJava.java defines it.
// One work-item: V neighbouring values. select(a, b, test) is b where the test holds, else a; not-a-number holds no test.

// y = x where x > 0, else slope * x
kernel void forward(global const float *x, global float *y, int size, float slope) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    store_guarded(y, i, size, select(slope * in, in, in > (vf)(0.0f)));
}

// dx = g where x > 0, else slope * g
kernel void backward(global const float *g, global const float *x, global float *dx, int size, float slope) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    vf grad = load_guarded(g, i, size);
    store_guarded(dx, i, size, select(slope * grad, grad, in > (vf)(0.0f)));
}
