// Powers; Pow.java says what it means, PowJava.java defines it. Compiled for AXES axes.
// `left` and `right` are what a and b hold at the V neighbouring positions of one work-item.
// select(a, b, test) is b where the test holds, else a.

INLINE vf slope(vf a, vf b) { return select(b * pow(a, b - (vf)(1.0f)), (vf)(0.0f), b == (vf)(0.0f)); }

INLINE vf growth(vf a, vf b) {
    return select(pow(a, b) * log(a), (vf)(0.0f), a == (vf)(0.0f) && b >= (vf)(0.0f));
}

// y[i] = a[i]^b[i]
kernel void forward(global const float *a, global const float *b, global float *y, int size, int8 sizes,
                    int8 a_strides, int8 b_strides) {
    int i = get_global_id(0) * V;
    vf left = load_broadcast(a, i, size, sizes, a_strides);
    vf right = load_broadcast(b, i, size, sizes, b_strides);
    store_guarded(y, i, size, pow(left, right));
}

// da[i] = g[i] * b[i] * a[i]^(b[i] - 1), 0 where b[i] = 0
kernel void backward_a(global const float *g, global const float *a, global const float *b, global float *da,
                       int size, int8 sizes, int8 a_strides, int8 b_strides) {
    int i = get_global_id(0) * V;
    vf grad = load_guarded(g, i, size);
    vf left = load_broadcast(a, i, size, sizes, a_strides);
    vf right = load_broadcast(b, i, size, sizes, b_strides);
    store_guarded(da, i, size, grad * slope(left, right));
}

// db[i] = g[i] * a[i]^b[i] * log(a[i]), 0 where a[i] = 0 and b[i] >= 0
kernel void backward_b(global const float *g, global const float *a, global const float *b, global float *db,
                       int size, int8 sizes, int8 a_strides, int8 b_strides) {
    int i = get_global_id(0) * V;
    vf grad = load_guarded(g, i, size);
    vf left = load_broadcast(a, i, size, sizes, a_strides);
    vf right = load_broadcast(b, i, size, sizes, b_strides);
    store_guarded(db, i, size, grad * growth(left, right));
}
