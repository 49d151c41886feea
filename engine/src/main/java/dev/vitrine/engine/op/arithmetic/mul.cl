// Multiplication; Mul.java says what it means, MulJava.java defines it. Compiled for AXES axes.
// `left` and `right` are what a and b hold at the V neighbouring positions of one work-item.

// y[i] = a[i] * b[i]
kernel void forward(global const float *a, global const float *b, global float *y, int size, int8 sizes,
                    int8 a_strides, int8 b_strides) {
    int i = get_global_id(0) * V;
    vf left = load_broadcast(a, i, size, sizes, a_strides);
    vf right = load_broadcast(b, i, size, sizes, b_strides);
    store_guarded(y, i, size, left * right);
}

// da[i] = g[i] * b[i]
kernel void backward_a(global const float *g, global const float *a, global const float *b, global float *da,
                       int size, int8 sizes, int8 a_strides, int8 b_strides) {
    int i = get_global_id(0) * V;
    vf grad = load_guarded(g, i, size);
    vf right = load_broadcast(b, i, size, sizes, b_strides);
    store_guarded(da, i, size, grad * right);
}

// db[i] = g[i] * a[i]
kernel void backward_b(global const float *g, global const float *a, global const float *b, global float *db,
                       int size, int8 sizes, int8 a_strides, int8 b_strides) {
    int i = get_global_id(0) * V;
    vf grad = load_guarded(g, i, size);
    vf left = load_broadcast(a, i, size, sizes, a_strides);
    store_guarded(db, i, size, grad * left);
}
