// Rectified linear unit; Relu.java says what it means, ReluJava.java defines it. One work-item: V neighbouring values.
// select(a, b, test) is b where the test holds, else a; not-a-number holds no test, so it passes.

kernel void forward(global const float *x, global float *y, int size) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    store_guarded(y, i, size, select(in, (vf)(0.0f), in <= (vf)(0.0f)));
}

kernel void backward(global const float *g, global const float *y, global float *dx, int size) {
    int i = get_global_id(0) * V;
    vf grad = load_guarded(g, i, size);
    store_guarded(dx, i, size, select(grad, (vf)(0.0f), load_guarded(y, i, size) <= (vf)(0.0f)));
}
