// Slice; Slice.java says what it means, SliceJava.java defines it.
//
// x, dx [outer, size, inner]   y, g [outer, count, inner]

// y[o, i, n] = x[o, start + i * step, n].  One work-item: V neighbours (i, n).
kernel void forward(global const float *x, global float *y, int size, int inner, int start, int step, int count) {
    int k = get_global_id(0) * V;
    int o = get_global_id(1);
    int length = count * inner;
    global const float *in = x + (o * size + start) * inner;
    global float *out = y + o * length;
    if (step == 1) {
        store_guarded(out, k, length, load_guarded(in, k, length)); // neighbours stay neighbours
        return;
    }
    for (int j = k; j < min(k + V, length); j++) out[j] = in[j / inner * step * inner + j % inner];
}

// dx[o, start + i * step, n] = g[o, i, n], else 0.  One work-item: V neighbours of dx.
kernel void backward(global const float *g, global float *dx, int size, int inner, int start, int step, int count) {
    int k = get_global_id(0) * V;
    int o = get_global_id(1);
    int length = count * inner;
    global const float *in = g + o * length;
    global float *out = dx + o * size * inner;
    if (step == 1) {
        store_guarded(out, k, size * inner, load_guarded(in, k - start * inner, length)); // zero outside
        return;
    }
    for (int j = k; j < min(k + V, size * inner); j++) {
        int away = j / inner - start;
        int taken = away >= 0 && away % step == 0 && away / step < count;
        out[j] = taken ? in[away / step * inner + j % inner] : 0.0f;
    }
}
