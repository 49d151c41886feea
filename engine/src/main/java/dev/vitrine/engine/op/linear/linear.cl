// Fully connected layer; Linear.java says what it means, LinearJava.java defines it.
//
// x [N, I]   w [O, I]   b [O]   y, g [N, O]

// What a work-item loads serves BLOCK items or BLOCK outputs, or both. At the end of N or O the last one is repeated, and
// its result dropped.

// y[n, o] = b[o] + sum over i of w[o, i] * x[n, i].  One group of WGS work-items per BLOCK o and BLOCK n; neighbours read
// neighbours.
kernel void forward(global const float *x, global const float *w, global const float *b, global float *y, int N, int I,
                    int O, int bias) {
    local float shared[WGS];
    int o = get_global_id(1) * BLOCK;
    int n = get_global_id(2) * BLOCK;
    vf sum[BLOCK][BLOCK];
#pragma unroll
    for (int q = 0; q < BLOCK; q++)
#pragma unroll
        for (int p = 0; p < BLOCK; p++) sum[q][p] = (vf)(0.0f);

    for (int i = (int)get_local_id(0) * V; i < I; i += WGS * V) {
        vf in[BLOCK];
#pragma unroll
        for (int q = 0; q < BLOCK; q++) in[q] = load_guarded(x + min(n + q, N - 1) * I, i, I);
#pragma unroll
        for (int p = 0; p < BLOCK; p++) {
            vf weight = load_guarded(w + min(o + p, O - 1) * I, i, I);
#pragma unroll
            for (int q = 0; q < BLOCK; q++) sum[q][p] = fma(weight, in[q], sum[q][p]);
        }
    }
#pragma unroll
    for (int q = 0; q < BLOCK; q++)
#pragma unroll
        for (int p = 0; p < BLOCK; p++) {
            float total = group_sum(lane_sum(sum[q][p]), shared);
            if (get_local_id(0) == 0 && n + q < N && o + p < O)
                y[(n + q) * O + o + p] = total + (bias ? b[o + p] : 0.0f);
        }
}

// dx[n, i] = sum over o of g[n, o] * w[o, i].  One work-item: V neighbouring i of BLOCK n.
kernel void backward_data(global const float *g, global const float *w, global float *dx, int N, int I, int O) {
    int i = get_global_id(0) * V;
    int n = get_global_id(1) * BLOCK;
    if (i >= I) return;
    vf sum[BLOCK];
#pragma unroll
    for (int q = 0; q < BLOCK; q++) sum[q] = (vf)(0.0f);
    for (int o = 0; o < O; o++) {
        vf weight = load_guarded(w + o * I, i, I);
#pragma unroll
        for (int q = 0; q < BLOCK; q++) sum[q] = fma((vf)(g[min(n + q, N - 1) * O + o]), weight, sum[q]);
    }
#pragma unroll
    for (int q = 0; q < BLOCK; q++)
        if (n + q < N) store_guarded(dx + (n + q) * I, i, I, sum[q]);
}

// dw[o, i] = sum over n of g[n, o] * x[n, i].  First part: one work-item sums over a chunk of n, for V neighbouring i of
// BLOCK o.
// partial [parts, O, I]
kernel void backward_weights(global const float *g, global const float *x, global float *partial, int N, int I, int O,
                            int chunk) {
    int i = get_global_id(0) * V;
    int o = get_global_id(1) * BLOCK;
    int part = get_global_id(2);
    if (i >= I) return;
    vf sum[BLOCK];
#pragma unroll
    for (int p = 0; p < BLOCK; p++) sum[p] = (vf)(0.0f);
    for (int n = part * chunk; n < min(N, (part + 1) * chunk); n++) {
        vf in = load_guarded(x + n * I, i, I);
#pragma unroll
        for (int p = 0; p < BLOCK; p++) sum[p] = fma((vf)(g[n * O + min(o + p, O - 1)]), in, sum[p]);
    }
#pragma unroll
    for (int p = 0; p < BLOCK; p++)
        if (o + p < O) store_guarded(partial + (part * O + o + p) * I, i, I, sum[p]);
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
