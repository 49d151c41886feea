// One-dimensional convolution; Conv1d.java says what it means, Conv1dJava.java defines it.
//
// Compiled for K taps, STRIDE, DILATION and BLOCK output (or input) channels that one work-item keeps in registers.
// Channel counts, lengths and the padding on the left (`before`) come at run time; `bias` is 1 where there is one.
// C and O are the channels of one of G groups. As the groups know nothing of one another, each group of each batch item
// is an item of its own (`ng`), with the weights of its group.
//
// x [N * G, C, L]   w [G, O, C, K]   b [G, O]   y, g [N * G, O, M]     (M is the output length)

// AT_ONCE taps are multiplied before the next are loaded: all where there are few, else code for 64 taps of 10 channels
// would take minutes to compile. The gradient of the weights keeps a sum for each tap in a register: many taps are shared
// out in TAP_BLOCKS of TAPS.
#define TURN TAPS_TOGETHER(STRIDE, DILATION)

// Where BLOCK does not divide the number of channels (TAIL), the last block repeats the last channel and drops the result.
#if TAIL
#define EXISTS(i, count) ((i) < (count))
#else
#define EXISTS(i, count) 1
#endif
#define NEXT(i, count, step) (EXISTS((i) + 1, count) ? (step) : 0)

// Lane j of in[i] holds row[start + j * STRIDE + i * DILATION], zero outside 0 .. length-1, for `count` taps, a constant.
// `in` has room for whole turns.
INLINE void load_taps(global const float *row, int start, int length, int count, vf *in) {
#pragma unroll
    for (int i = 0; i < count; i += TURN) {
        if (TURN == 1) in[i] = load_strided_or(row, start + i * DILATION, STRIDE, length, 0.0f);
        else load_interleaved(row, start + i, STRIDE, length, 0.0f, in + i);
    }
}

// y[n, o, l] = b[o] + sum over c, k of w[o, c, k] * x[n, c, l * STRIDE + k * DILATION - before]
// One work-item: V positions of BLOCK output channels.
kernel void forward(global const float *x, global const float *w, global const float *b, global float *y,
                    int G, int C, int L, int O, int M, int before, int bias) {
    int l = get_global_id(0) * V;
    int o = get_global_id(1) * BLOCK;
    int ng = get_global_id(2);
    if (l >= M) return;
    w += (ng % G * O + o) * C * K;
    b += ng % G * O + o;

    vf sum[BLOCK];
#pragma unroll
    for (int j = 0; j < BLOCK; j++) sum[j] = (vf)(bias && EXISTS(o + j, O) ? b[j] : 0.0f);

    for (int c = 0; c < C; c++) {
        global const float *row = x + (ng * C + c) * L;
        for (int k = 0; k < K; k += AT_ONCE) {
            vf in[AT_ONCE + TURN - 1];
            load_taps(row, l * STRIDE + k * DILATION - before, L, AT_ONCE, in);
            global const float *weight = w + c * K + k;
#pragma unroll
            for (int j = 0; j < BLOCK; j++) {
#pragma unroll
                for (int i = 0; i < AT_ONCE; i++)
                    if (K % AT_ONCE == 0 || k + i < K) sum[j] = fma((vf)(weight[i]), in[i], sum[j]);
                weight += NEXT(o + j, O, C * K);
            }
        }
    }
#pragma unroll
    for (int j = 0; j < BLOCK; j++)
        if (EXISTS(o + j, O)) store_guarded(y + (ng * O + o + j) * M, l, M, sum[j]);
}

// dx[n, c, i] = sum over o and all (k, l) with l * STRIDE + k * DILATION - before = i of w[o, c, k] * g[n, o, l]
// With i = m * STRIDE + r, tap k meets phase r only if STRIDE divides r + before - k * DILATION, and then
// l = m + (r + before - k * DILATION) / STRIDE: neighbouring m read neighbouring l. Which taps meet which phase is
// known when the program is compiled, from PHASE = before % STRIDE and k % STRIDE = p; the rest, before / STRIDE, shifts
// l.
// One work-item: V values of m, all STRIDE phases, BLOCK input channels.
kernel void backward_data(global const float *g, global const float *w, global float *dx, int G, int C, int L, int O,
                          int M, int shift) {
    int m = get_global_id(0) * V;
    int c = get_global_id(1) * BLOCK;
    int ng = get_global_id(2);
    if (m * STRIDE >= L) return;
    w += ng % G * O * C * K + c * K;

    vf sum[BLOCK][STRIDE];
#pragma unroll
    for (int j = 0; j < BLOCK; j++)
#pragma unroll
        for (int r = 0; r < STRIDE; r++) sum[j][r] = (vf)(0.0f);

    for (int o = 0; o < O; o++) {
        global const float *row = g + (ng * O + o) * M;
        SOON(row + m + 2 * V);
#if AT_ONCE == K
#pragma unroll
#endif
        for (int turn = 0; turn < (K + STRIDE - 1) / STRIDE; turn++)
#pragma unroll
            for (int p = 0; p < STRIDE; p++)
#pragma unroll
                for (int r = 0; r < STRIDE; r++) {
                    int k = turn * STRIDE + p;
                    if ((r + PHASE - p * DILATION) % STRIDE != 0 || k >= K) continue;
                    vf in = load_guarded(row, m + shift + (r + PHASE - p * DILATION) / STRIDE - turn * DILATION, M);
                    global const float *weight = w + o * C * K + k;
#pragma unroll
                    for (int j = 0; j < BLOCK; j++) {
                        sum[j][r] = fma((vf)(*weight), in, sum[j][r]);
                        weight += NEXT(c + j, C, K);
                    }
                }
    }
#pragma unroll
    for (int j = 0; j < BLOCK; j++)
        if (EXISTS(c + j, C)) store_interleaved(dx + (ng * C + c + j) * L, m, STRIDE, L, sum[j]);
}

// What V positions add to the gradients of BLOCK output channels, for one input channel and TAPS taps.
INLINE void add_products(global const float *row, int start, int length, global const float *grads, int l, int end,
                         int channels, int M, vf sum[BLOCK][TAPS]) {
    vf in[TAPS + TURN - 1];
    load_taps(row, start, length, TAPS, in);
#pragma unroll
    for (int j = 0; j < BLOCK; j++) {
        vf grad = load_guarded(grads, l, end);
#pragma unroll
        for (int k = 0; k < TAPS; k++) sum[j][k] = fma(grad, in[k], sum[j][k]);
        grads += NEXT(j, channels, M);
    }
}

// dw[o, c, k] = sum over n, l of g[n, o, l] * x[n, c, l * STRIDE + k * DILATION - before]      db[o] = sum of g
// First part: each group of WGS work-items sums over `rows` batch items and one chunk of each row, for BLOCK output
// channels, one c and TAPS taps; where there is a bias, c = C stands for it. Of long rows there are several chunks; short
// rows are taken together.
// partial [parts, G * O * C * K + G * O]
kernel void weights_partial(global const float *g, global const float *x, global float *partial, int N, int G, int C,
                            int L, int O, int M, int before, int rows, int chunk, int bias) {
    local float shared[WGS];
    int blocks = (O + BLOCK - 1) / BLOCK;
    int first = get_global_id(1) % TAP_BLOCKS * TAPS;
    int c = get_global_id(1) / TAP_BLOCKS % (C + bias);
    int o = get_global_id(1) / TAP_BLOCKS / (C + bias) % blocks * BLOCK;
    int group = get_global_id(1) / TAP_BLOCKS / (C + bias) / blocks;
    int part = get_global_id(2);
    int chunks = (M + chunk - 1) / chunk;
    int n_first = part / chunks * rows;
    int n_end = min(N, n_first + rows);
    int l_first = part % chunks * chunk;
    int l_end = min(M, l_first + chunk);
    global float *dw = partial + part * (G * O * C * K + G * O) + group * O * C * K;
    global float *db = partial + part * (G * O * C * K + G * O) + G * O * C * K + group * O;

    if (c == C) {
        for (int j = 0; j < BLOCK && first == 0 && o + j < O; j++) {
            vf sum = (vf)(0.0f);
            for (int n = n_first; n < n_end; n++)
                for (int l = l_first + (int)get_local_id(0) * V; l < l_end; l += WGS * V)
                    sum += load_guarded(g + ((n * G + group) * O + o + j) * M, l, l_end);
            float total = group_sum(lane_sum(sum), shared);
            if (get_local_id(0) == 0) db[o + j] = total;
        }
        return;
    }

    vf sum[BLOCK][TAPS];
#pragma unroll
    for (int j = 0; j < BLOCK; j++)
#pragma unroll
        for (int k = 0; k < TAPS; k++) sum[j][k] = (vf)(0.0f);

    for (int n = n_first; n < n_end; n++) {
        int ng = n * G + group;
        global const float *row = x + (ng * C + c) * L;
        global const float *grads = g + (ng * O + o) * M;
        for (int l = l_first + (int)get_local_id(0) * V; l < l_end; l += WGS * V) {
            int start = l * STRIDE + first * DILATION - before;
#pragma unroll
            for (int i = 0; i < STRIDE; i++) SOON(row + L + start + i * V);
            if (start >= 0 && start + (TAPS - 1) * DILATION + STRIDE * V <= L && l + V <= l_end)
                add_products(row + start, 0, ENDLESS, grads + l, 0, ENDLESS, O - o, M, sum);
            else add_products(row, start, L, grads, l, l_end, O - o, M, sum);
        }
    }

#pragma unroll
    for (int j = 0; j < BLOCK; j++)
#pragma unroll
        for (int k = 0; k < TAPS; k++) {
            float total = group_sum(lane_sum(sum[j][k]), shared);
            if (get_local_id(0) == 0 && EXISTS(o + j, O) && first + k < K) dw[((o + j) * C + c) * K + first + k] = total;
        }
}

// Second part: adds the partial sums in the order of the chunks. One work-item per weight and per bias.
kernel void weights_total(global const float *partial, global float *dw, global float *db, int parts, int weights,
                          int biases, int bias) {
    int i = get_global_id(0);
    wide sum = 0;
    for (int part = 0; part < parts; part++) sum += partial[part * (weights + biases) + i];
    if (i < weights) dw[i] = (float)sum;
    else if (bias) db[i - weights] = (float)sum;
}
