// Fully connected layer; Linear.java says what it means, LinearJava.java defines it.
//
// x [N, I]   w [O, I]   b [O]   y, g [N, O]

// y[n, o] = b[o] + sum over i of w[o, i] * x[n, i].  One group of WGS work-items per (n, o); neighbours read neighbours.
kernel void forward(global const float *x, global const float *w, global const float *b, global float *y, int I, int O,
                    int bias) {
    local float shared[WGS];
    int o = get_global_id(1);
    int n = get_global_id(2);
    vf sum = (vf)(0.0f);
    for (int i = (int)get_local_id(0) * V; i < I; i += WGS * V)
        sum = fma(load_guarded(w + o * I, i, I), load_guarded(x + n * I, i, I), sum);
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) y[n * O + o] = total + (bias ? b[o] : 0.0f);
}

// dx[n, i] = sum over o of g[n, o] * w[o, i].  One work-item: V neighbouring i.
kernel void backward_data(global const float *g, global const float *w, global float *dx, int I, int O) {
    int i = get_global_id(0) * V;
    int n = get_global_id(1);
    vf sum = (vf)(0.0f);
    for (int o = 0; o < O; o++) sum = fma((vf)(g[n * O + o]), load_guarded(w + o * I, i, I), sum);
    store_guarded(dx + n * I, i, I, sum);
}

// dw[o, i] = sum over n of g[n, o] * x[n, i].  First part: one work-item sums over a chunk of n, for V neighbouring i.
// partial [parts, O, I]
kernel void backward_weights(global const float *g, global const float *x, global float *partial, int N, int I, int O,
                            int chunk) {
    int i = get_global_id(0) * V;
    int o = get_global_id(1);
    int part = get_global_id(2);
    vf sum = (vf)(0.0f);
    for (int n = part * chunk; n < min(N, (part + 1) * chunk); n++)
        sum = fma((vf)(g[n * O + o]), load_guarded(x + n * I, i, I), sum);
    store_guarded(partial + (part * O + o) * I, i, I, sum);
}

// db[o] = sum over n of g[n, o].  First part: one work-item sums over a chunk of n, for V neighbouring o.
// partial [parts, O]
kernel void backward_bias(global const float *g, global float *partial, int N, int O, int chunk) {
    int o = get_global_id(0) * V;
    int part = get_global_id(1);
    vf sum = (vf)(0.0f);
    for (int n = part * chunk; n < min(N, (part + 1) * chunk); n++) sum += load_guarded(g + n * O, o, O);
    store_guarded(partial + part * O, o, O, sum);
}

// Second part: adds the chunks, always in the same order.  One work-item: V neighbours of [size].
kernel void total(global const float *partial, global float *sums, int parts, int size) {
    for (int lane = 0; lane < V; lane++) {
        int i = get_global_id(0) * V + lane;
        if (i >= size) return;
        wide sum = 0;
        for (int part = 0; part < parts; part++) sum += partial[part * size + i];
        sums[i] = (float)sum;
    }
}
