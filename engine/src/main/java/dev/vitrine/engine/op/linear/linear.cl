// Fully connected layer; Linear.java says what it means, LinearJava.java defines it.
//
// Compiled for what one work-item keeps in registers: BLOCK items or BLOCK outputs, or both, and SPAN vectors of inputs.
// At the end of N or O the last one is repeated, and its result dropped. RELU = 1 where a rectified linear unit follows,
// else 0.
//
// x [N, I]   w [O, I]   b [O]   y, g [N, O]

// What passes of the i-th gradient. select(a, b, test) is b where the test holds; not-a-number holds none, so it passes.
#if RELU
INLINE float activation(float value) { return select(value, 0.0f, value <= 0.0f); }
#define GRADIENT(i) select(g[i], 0.0f, y[i] <= 0.0f)
#else
INLINE float activation(float value) { return value; }
#define GRADIENT(i) g[i]
#endif

// The sums of a block, and as many more as fill the last vector of their totals.
#define SUMS ((BLOCK * BLOCK + V - 1) / V * V)

// y[n, o] = activation(b[o] + sum over i of w[o, i] * x[n, i])
// One group of WGS work-items for BLOCK o and `items` n, BLOCK by BLOCK; neighbours read neighbours.
kernel void forward(global const float *x, global const float *w, global const float *b, global float *y, int N, int I,
                    int O, int items, int bias) {
    local float shared[WGS];
    int o = get_global_id(1) * BLOCK;
    int end = min(N, (int)(get_global_id(2) + 1) * items);
    for (int n = get_global_id(2) * items; n < end; n += BLOCK) {
        vf sum[SUMS];
        global const float *row[BLOCK], *column[BLOCK];
#pragma unroll
        for (int j = 0; j < BLOCK; j++) {
            row[j] = x + min(n + j, N - 1) * I;
            column[j] = w + min(o + j, O - 1) * I;
        }
#pragma unroll
        for (int j = 0; j < SUMS; j++) sum[j] = (vf)(0.0f);

        for (int i = (int)get_local_id(0) * V; i < I; i += WGS * V) {
            vf in[BLOCK];
#pragma unroll
            for (int q = 0; q < BLOCK; q++) in[q] = load_some(row[q], i, I);
#pragma unroll
            for (int p = 0; p < BLOCK; p++) {
                vf weight = load_some(column[p], i, I);
#pragma unroll
                for (int q = 0; q < BLOCK; q++) sum[q * BLOCK + p] = fma(weight, in[q], sum[q * BLOCK + p]);
            }
        }
        float total[SUMS];
#pragma unroll
        for (int j = 0; j < SUMS; j += V) VSTORE(lane_sums(sum + j), total + j);
#pragma unroll
        for (int q = 0; q < BLOCK; q++)
#pragma unroll
            for (int p = 0; p < BLOCK; p++) {
                float product = group_sum(total[q * BLOCK + p], shared);
                if (get_local_id(0) == 0 && n + q < N && o + p < O)
                    y[(n + q) * O + o + p] = activation(product + (bias ? b[o + p] : 0.0f));
            }
    }
}

// V values from `at` on of an array of `size`: in the last lanes what comes after a row, which is never stored.
INLINE vf load_beyond(global const float *from, int at, int size) {
    return at + V <= size ? VLOAD(from + at) : load_guarded(from, at, size);
}

// dx[n, i] = sum over o of g[n, o] * w[o, i].  One work-item: SPAN vectors of neighbouring i of BLOCK n.
kernel void backward_data(global const float *g, global const float *y, global const float *w, global float *dx, int N,
                          int I, int O) {
    int i = get_global_id(0) * SPAN * V;
    int n = get_global_id(1) * BLOCK;
    if (i >= I) return;
    vf sum[BLOCK][SPAN];
#pragma unroll
    for (int q = 0; q < BLOCK; q++)
#pragma unroll
        for (int s = 0; s < SPAN; s++) sum[q][s] = (vf)(0.0f);
    for (int o = 0; o < O; o++) {
        vf weight[SPAN];
#pragma unroll
        for (int s = 0; s < SPAN; s++) weight[s] = load_beyond(w, o * I + i + s * V, O * I);
#pragma unroll
        for (int q = 0; q < BLOCK; q++) {
            vf grad = (vf)(GRADIENT(min(n + q, N - 1) * O + o));
#pragma unroll
            for (int s = 0; s < SPAN; s++) sum[q][s] = fma(grad, weight[s], sum[q][s]);
        }
    }
#pragma unroll
    for (int q = 0; q < BLOCK; q++)
#pragma unroll
        for (int s = 0; s < SPAN; s++)
            if (n + q < N) store_guarded(dx + (n + q) * I, i + s * V, I, sum[q][s]);
}

// dw[o, i] = sum over n of g[n, o] * x[n, i]      db[o] = sum over n of g[n, o]
// First part: one work-item sums over a chunk of n, for SPAN vectors of neighbouring i of BLOCK o.
// dw [parts, O, I]   db [parts, O]
kernel void backward_weights(global const float *g, global const float *y, global const float *x, global float *dw,
                             global float *db, int N, int I, int O, int chunk, int bias) {
    int i = get_global_id(0) * SPAN * V;
    int o = get_global_id(1) * BLOCK;
    int part = get_global_id(2);
    int end = min(N, (part + 1) * chunk);
    if (i >= I) return;
    vf sum[BLOCK][SPAN];
#pragma unroll
    for (int p = 0; p < BLOCK; p++)
#pragma unroll
        for (int s = 0; s < SPAN; s++) sum[p][s] = (vf)(0.0f);
    for (int n = part * chunk; n < end; n++) {
        vf in[SPAN];
#pragma unroll
        for (int s = 0; s < SPAN; s++) in[s] = load_beyond(x, n * I + i + s * V, N * I);
#pragma unroll
        for (int p = 0; p < BLOCK; p++) {
            vf grad = (vf)(GRADIENT(n * O + min(o + p, O - 1)));
#pragma unroll
            for (int s = 0; s < SPAN; s++) sum[p][s] = fma(grad, in[s], sum[p][s]);
        }
    }
#pragma unroll
    for (int p = 0; p < BLOCK; p++)
#pragma unroll
        for (int s = 0; s < SPAN; s++)
            if (o + p < O) store_guarded(dw + (part * O + o + p) * I, i + s * V, I, sum[p][s]);

    if (!bias || i > 0) return; // the bias is summed once
#pragma unroll
    for (int p = 0; p < BLOCK; p++) {
        float total = 0.0f;
        for (int n = part * chunk; n < end; n++) total += GRADIENT(n * O + min(o + p, O - 1));
        if (o + p < O) db[part * O + o + p] = total;
    }
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
