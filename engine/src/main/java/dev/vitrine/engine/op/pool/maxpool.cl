// Max pooling; MaxPool.java says what it means, MaxPoolJava.java defines it.
//
// Compiled for KH x KW taps, STRIDE_H, STRIDE_W, DILATION_H and DILATION_W; a row is an image of height 1. Sizes and the
// padding (`top`, `left`) come at run time. A plane is one (n, c).
//
// x, dx [planes, H, W]   y, g, won [planes, OH, OW]       `won` holds which tap p * KW + q won, or -1

// y[h, w] = max over p, q of x[h * STRIDE_H + p * DILATION_H - top, w * STRIDE_W + q * DILATION_W - left]
// One work-item: V neighbours w. Outside the row lies minus infinity, which is larger than nothing.
kernel void forward(global const float *x, global float *y, global float *won, int H, int W, int OH, int OW,
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
        global const float *row = x + (plane * H + i) * W;
#pragma unroll
        for (int q = 0; q < KW; q++) {
            vf in = load_strided_or(row, w * STRIDE_W + q * DILATION_W - left, STRIDE_W, W, -INFINITY);
            winner = select(winner, (vf)(p * KW + q), (in > largest) | isnan(in));
            largest = select(largest, in, (in > largest) | isnan(in));
        }
    }

    int to = (plane * OH + h) * OW;
    store_guarded(y + to, w, OW, largest);
    store_guarded(won + to, w, OW, winner);

    // Where nothing was larger than minus infinity, the first value inside wins, if there is one.
    if (lane_sum(min(winner, (vf)(0.0f))) == 0) return;
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
// With j = m * STRIDE_W + r, tap q meets just one phase r, and then w = m + (r + left - q * DILATION_W) / STRIDE_W:
// neighbouring m read neighbouring w. Which phase it is, is known when the program is compiled, from
// PHASE = left % STRIDE_W; the rest, left / STRIDE_W, shifts w. Each value gathers what it won: no two work-items write
// to one place.
// One work-item: V values of m, all STRIDE_W phases.
kernel void backward(global const float *g, global const float *won, global float *dx, int H, int W, int OH, int OW,
                     int top, int shift) {
    int m = get_global_id(0) * V;
    int i = get_global_id(1);
    int plane = get_global_id(2);
    if (m * STRIDE_W >= W) return;

    vf sum[STRIDE_W];
#pragma unroll
    for (int r = 0; r < STRIDE_W; r++) sum[r] = (vf)(0.0f);

    for (int p = 0; p < KH; p++) {
        int from = i + top - p * DILATION_H;
        if (from < 0 || from % STRIDE_H != 0 || from / STRIDE_H >= OH) continue;
        int row = (plane * OH + from / STRIDE_H) * OW;
#pragma unroll
        for (int q = 0; q < KW; q++) {
            int r = phase_of(q * DILATION_W - PHASE, STRIDE_W);
            int w = m + shift + (r + PHASE - q * DILATION_W) / STRIDE_W;
            vf mine = load_guarded(g + row, w, OW);
            vf winner = load_guarded(won + row, w, OW);
            sum[r] += select((vf)(0.0f), mine, winner == (vf)(p * KW + q));
        }
    }
    store_interleaved(dx + (plane * H + i) * W, m, STRIDE_W, W, sum);
}
