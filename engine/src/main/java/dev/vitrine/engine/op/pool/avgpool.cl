// Average pooling; AvgPool.java says what it means, AvgPoolJava.java defines it.
//
// Compiled for KH x KW taps, STRIDE_H and STRIDE_W, and COUNT_PAD = 1 where sums are divided by the number of taps, 0
// where by the number of values inside; a row is an image of height 1. Sizes and the padding (`top`, `left`) come at run
// time. A plane is one (n, c).
//
// x, dx [planes, H, W]   y, g [planes, OH, OW]

// How many of `taps` neighbours that begin at `start` lie in 0 .. length-1. Never 0 where a lane counts: padding is at
// most half of a window. A lane behind the end of a row may divide by 0, and is not stored.
INLINE int inside(int start, int taps, int length) { return min(start + taps, length) - max(start, 0); }

// Lane j holds what the sum of window (h, w + j) is divided by.
INLINE vf count(int h, int w, int H, int W, int top, int left) {
#if COUNT_PAD
    return (vf)(KH * KW);
#else
    float lanes[V];
    for (int j = 0; j < V; j++) lanes[j] = inside((w + j) * STRIDE_W - left, KW, W);
    return VLOAD(lanes) * (float)inside(h * STRIDE_H - top, KH, H);
#endif
}

#define TURN TAPS_TOGETHER(STRIDE_W, 1)

// y[h, w] = 1/count[h, w] * sum over p, q of x[h * STRIDE_H + p - top, w * STRIDE_W + q - left]
// One work-item: V neighbours w.
kernel void forward(global const float *x, global float *y, int H, int W, int OH, int OW, int top,
                    int left) {
    int w = get_global_id(0) * V;
    int h = get_global_id(1);
    int plane = get_global_id(2);
    if (w >= OW) return;

    vf sum = (vf)(0.0f);
    for (int p = 0; p < KH; p++) {
        int i = h * STRIDE_H + p - top;
        if (i < 0 || i >= H) continue;
        global const float *row = x + (plane * H + i) * W;
#pragma unroll
        for (int q = 0; q < KW; q += TURN) {
            vf in[TURN];
            if (TURN == 1) in[0] = load_strided_or(row, w * STRIDE_W + q - left, STRIDE_W, W, 0.0f);
            else load_interleaved(row, w * STRIDE_W + q - left, STRIDE_W, W, 0.0f, in);
#pragma unroll
            for (int i = 0; i < TURN; i++)
                if (q + i < KW) sum += in[i];
        }
    }
    store_guarded(y + (plane * OH + h) * OW, w, OW, sum / count(h, w, H, W, top, left));
}

// dx[i, j] = sum over all (h, w) whose window sees (i, j) of g[h, w] / count[h, w]
// With j = m * STRIDE_W + r, tap q meets just one phase r, and then w = m + (r + left - q) / STRIDE_W: neighbouring m
// read neighbouring w. Which phase it is, is known when the program is compiled, from PHASE_W = left % STRIDE_W.
// Each value gathers its shares: no two work-items write to one place.
// One work-item: V values of m, all STRIDE_W phases.
kernel void backward(global const float *g, global float *dx, int H, int W, int OH, int OW, int top, int left) {
    int m = get_global_id(0) * V;
    int i = get_global_id(1);
    int plane = get_global_id(2);
    if (m * STRIDE_W >= W) return;

    vf sum[STRIDE_W];
#pragma unroll
    for (int r = 0; r < STRIDE_W; r++) sum[r] = (vf)(0.0f);

    for (int p = 0; p < KH; p++) {
        int from = i + top - p;
        if (from < 0 || from % STRIDE_H != 0 || from / STRIDE_H >= OH) continue;
        int h = from / STRIDE_H;
        global const float *row = g + (plane * OH + h) * OW;
#pragma unroll
        for (int q = 0; q < KW; q++) {
            int r = phase_of(q - PHASE_W, STRIDE_W);
            int w = m + left / STRIDE_W + (r + PHASE_W - q) / STRIDE_W;
            sum[r] += load_guarded(row, w, OW) / count(h, w, H, W, top, left);
        }
    }
    store_interleaved(dx + (plane * H + i) * W, m, STRIDE_W, W, sum);
}
