// Logistic function; Sigmoid.java says what it means, SigmoidJava.java defines it. One work-item: V neighbouring values.
// select(a, b, test) is b where the test holds, else a.

kernel void forward(global const float *x, global float *y, int size) {
    int i = get_global_id(0) * V;
    vf logit = load_guarded(x, i, size);
    vf small = exp(-fabs(logit));
    vf above = select((vf)(1.0f), small, logit < (vf)(0.0f));
    store_guarded(y, i, size, above / ((vf)(1.0f) + small));
}

kernel void backward(global const float *g, global const float *y, global float *dx, int size) {
    int i = get_global_id(0) * V;
    vf out = load_guarded(y, i, size);
    store_guarded(dx, i, size, load_guarded(g, i, size) * out * ((vf)(1.0f) - out));
}
