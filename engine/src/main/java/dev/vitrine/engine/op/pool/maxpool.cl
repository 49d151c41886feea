// Max pooling; MaxPool.java says what it means, MaxPoolJava.java defines it.
//
// Compiled for KH x KW taps, STRIDE_H, STRIDE_W, DILATION_H and DILATION_W; a row is an image of height 1. Sizes and the
// padding (`top`, `left`) come at run time. A plane is one (n, c).
//
// x, dx [planes, H, W]   y, g, won [planes, OH, OW]       `won` holds which tap p * KW + q won, or -1

#define TURN TAPS_TOGETHER(STRIDE_W, DILATION_W)

// Neighbouring taps of V windows, the first of which begins at `start` of the row.
INLINE void load_taps(global const float *x, int size, int row, int start, int W, vf *in) {
    if (TURN < STRIDE_W) {
        in[0] = load_strided_or(x + row, start, STRIDE_W, W, -INFINITY);
        return;
    }
#pragma unroll
    for (int i = 0; i < TURN; i++) in[i] = load_amid_rows(x, size, row, start + i * V, W, -INFINITY);
#if V > 1
    take_apart(in, TURN);
#endif
}

// y[h, w] = max over p, q of x[h * STRIDE_H + p * DILATION_H - top, w * STRIDE_W + q * DILATION_W - left]
// One work-item: V neighbours w. Outside the row lies minus infinity, which is larger than nothing.
kernel void forward(global const float *x, global float *y, global float *won, int size, int H, int W, int OH, int OW,
                    int top, int left) {
    int w = get_global_id(0) * V;
    int h = get_global_id(1);
    int plane = get_global_id(2);
    if (w >= OW) return;

    vf largest = (vf)(-INFINITY);
    vf winner = (vf)(-1.0f);
    for (int p = 0; p < KH; p++) {
        int i = h * STRIDE_H + p * DILATION_H - top;
        if (i < 0 || i >= H) continue;
#pragma unroll
        for (int q = 0; q < KW; q += TURN) {
            vf in[TURN];
            load_taps(x, size, (plane * H + i) * W, w * STRIDE_W + q * DILATION_W - left, W, in);
#pragma unroll
            for (int i = 0; i < TURN; i++) {
                if (q + i >= KW) break;
                vi larger = (in[i] > largest) | isnan(in[i]);
                winner = select(winner, (vf)(p * KW + q + i), larger);
                largest = select(largest, in[i], larger);
            }
        }
    }

    int to = (plane * OH + h) * OW;
    store_guarded(y + to, w, OW, largest);
    store_guarded(won + to, w, OW, winner);

    // Where nothing was larger than minus infinity, the first value inside wins, if there is one.
#if V == 1
    if (winner >= 0.0f) return;
#else
    if (!any((winner < 0.0f) & (LANES < OW - w))) return;
#endif
    float lanes[V];
    VSTORE(winner, lanes);
    for (int j = 0; j < V && w + j < OW; j++) {
        for (int tap = 0; tap < KH * KW && lanes[j] < 0; tap++) {
            int i = h * STRIDE_H + tap / KW * DILATION_H - top;
            int k = (w + j) * STRIDE_W + tap % KW * DILATION_W - left;
            if (i >= 0 && i < H && k >= 0 && k < W) lanes[j] = won[to + w + j] = tap;
        }
    }
}

// dx[i, j] = sum over all (h, w) whose window (i, j) won of g[h, w]
// With i = n * STRIDE_H + s and j = m * STRIDE_W + r, window (n + p, m + q) sees (i, j) by the tap that lies
// s + PHASE_H - p * STRIDE_H rows and r + PHASE_W - q * STRIDE_W columns into it, if it has one there. Which windows
// those are is known when the program is compiled, from PHASE_H = top % STRIDE_H and PHASE_W = left % STRIDE_W; the
// rest, top / STRIDE_H and left / STRIDE_W, shifts them (`down`, `right`). Each value gathers what it won: no two
// work-items write to one place.
// One work-item: what lies between V windows and their neighbours, STRIDE_H rows of STRIDE_W vectors.
#define FIRST(K, STRIDE, DILATION, PHASE) (-((((K) - 1) * (DILATION) - (PHASE)) / (STRIDE)))
#define LAST(STRIDE, PHASE) (((STRIDE) - 1 + (PHASE)) / (STRIDE))
kernel void backward(global const float *g, global const float *won, global float *dx, int size, int H, int W, int OH,
                     int OW, int down, int right) {
    int m = get_global_id(0) * V;
    int n = get_global_id(1);
    int plane = get_global_id(2);
    if (m * STRIDE_W >= W) return;

    vf sum[STRIDE_H][STRIDE_W];
#pragma unroll
    for (int s = 0; s < STRIDE_H; s++)
#pragma unroll
        for (int r = 0; r < STRIDE_W; r++) sum[s][r] = (vf)(0.0f);

#pragma unroll
    for (int p = LAST(STRIDE_H, PHASE_H); p >= FIRST(KH, STRIDE_H, DILATION_H, PHASE_H); p--) {
        int h = n + p + down;
        if (h < 0 || h >= OH) continue;
#pragma unroll
        for (int q = LAST(STRIDE_W, PHASE_W); q >= FIRST(KW, STRIDE_W, DILATION_W, PHASE_W); q--) {
            vf grad = load_amid_rows(g, size, (plane * OH + h) * OW, m + q + right, OW, 0.0f);
            vf winner = load_amid_rows(won, size, (plane * OH + h) * OW, m + q + right, OW, -1.0f);
#pragma unroll
            for (int s = 0; s < STRIDE_H; s++)
#pragma unroll
                for (int r = 0; r < STRIDE_W; r++) {
                    int row = s + PHASE_H - p * STRIDE_H;
                    int column = r + PHASE_W - q * STRIDE_W;
                    if (row < 0 || column < 0 || row % DILATION_H != 0 || column % DILATION_W != 0) continue;
                    if (row / DILATION_H >= KH || column / DILATION_W >= KW) continue;
                    float tap = row / DILATION_H * KW + column / DILATION_W;
                    sum[s][r] += select((vf)(0.0f), grad, winner == (vf)(tap));
                }
        }
    }
#pragma unroll
    for (int s = 0; s < STRIDE_H; s++)
        if (n * STRIDE_H + s < H)
            store_interleaved(dx + (plane * H + n * STRIDE_H + s) * W, m, STRIDE_W, W, sum[s]);
}
