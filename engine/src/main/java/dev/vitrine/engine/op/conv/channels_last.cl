// The gradient of a convolution's weights with the output channels last: V of them side by side in a vector.
//
// weights_partial, in conv1d.cl and conv2d.cl, has V positions in a vector. There each tap wants its own load of x, most
// of them across the border of two cache lines, and lanes that overhang a row must be cleared. Here a vector of g serves
// all taps, an x is one number for all lanes, and no lane overhangs anything. For that, g is turned round first, which pays
// where there are vectors, channels enough to fill them, and taps enough to use what was turned: see ChannelsLast.java.
//
// Compiled for KH x KW taps, strides SH and SW, dilations DH and DW, and for the sums that one work-item keeps in
// registers: TAP_ROWS rows of TAP_COLUMNS taps, IN_BLOCK input channels, OUT_VECTORS vectors of output channels.
//
// x [N * G, C, H, W]   g [N * G, O, P, Q]   turned [N * G, P, Q, LAST]     (LAST: O, and what fills the last vectors)

#define TAPS (KH * KW)
#define BLOCKS(count, block) (((count) + (block) - 1) / (block))
#define LAST(O) (BLOCKS(O, OUT_VECTORS * V) * OUT_VECTORS * V)

// turned[n, p, q, o] = g[n, o, p, q], zero where there is no such o.  One work-item: V positions of V channels.
kernel void turn(global const float *g, global float *turned, int O, int plane) {
    int at = get_global_id(0) * V;
    int o = get_global_id(1) * V;
    int ng = get_global_id(2);
    if (at >= plane) return;
    vf v[V];
#pragma unroll
    for (int j = 0; j < V; j++) v[j] = o + j < O ? load_guarded(g + (ng * O + o + j) * plane, at, plane) : (vf)(0.0f);
#if V > 1
    put_together(v, V);
#endif
    global float *to = turned + (ng * plane + at) * LAST(O) + o;
#pragma unroll
    for (int i = 0; i < V; i++)
        if (at + i < plane) VSTORE(v[i], to + i * LAST(O));
}

// Where the blocks do not divide them, the last tap and the last channel are repeated, and the results dropped.
#define COLUMN(j) (KW % TAP_COLUMNS == 0 ? kw + (j) : min(kw + (j), KW - 1))

// Adds what the positions `from` to `to` of one row of g find in one row of x, of IN_BLOCK channels that begin at
// channel[]: x[left of the first tap + q * SW] and on. Where `whole` is 0, taps may fall outside the row.
INLINE void add_row(vf sum[OUT_VECTORS][IN_BLOCK][TAP_COLUMNS], global const float *turned, int last, int from, int to,
                    global const float *x, const int *channel, int kw, int W, int left, int whole) {
    for (int q = from; q < to; q++) {
        vf grad[OUT_VECTORS];
#pragma unroll
        for (int v = 0; v < OUT_VECTORS; v++) grad[v] = VLOAD(turned + q * last + v * V);
#pragma unroll
        for (int c = 0; c < IN_BLOCK; c++)
#pragma unroll
            for (int j = 0; j < TAP_COLUMNS; j++) {
                int w = q * SW + COLUMN(j) * DW - left;
                vf in = (vf)(whole || (w >= 0 && w < W) ? x[channel[c] + w] : 0.0f);
#pragma unroll
                for (int v = 0; v < OUT_VECTORS; v++) sum[v][c][j] = fma(grad[v], in, sum[v][c][j]);
            }
    }
}

// The first position whose first tap `kw` is not before the row, and the first whose last tap is behind it.
INLINE int first_whole(int kw, int left) { return max(0, (left - kw * DW + SW - 1) / SW); }
INLINE int end_whole(int kw, int left, int W) {
    int room = W - 1 + left - COLUMN(TAP_COLUMNS - 1) * DW;
    return room < 0 ? 0 : room / SW + 1;
}

// dw[o, c, kh, kw] = sum over n, p, q of g[n, o, p, q] * x[n, c, p * SH + kh * DH - top, q * SW + kw * DW - left]
// db[o] = sum of g
// First part: one work-item sums over `chunk` positions of all items, row by row.
// partial [parts, G * O * C * TAPS + G * O]
kernel void weights_partial(global const float *turned, global const float *x, global float *partial, int N, int G, int C,
                            int H, int W, int O, int P, int Q, int top, int left, int chunk) {
    int i = get_global_id(0);
    int kw = i % BLOCKS(KW, TAP_COLUMNS) * TAP_COLUMNS;
    int kh = i / BLOCKS(KW, TAP_COLUMNS) % BLOCKS(KH, TAP_ROWS) * TAP_ROWS;
    int c = get_global_id(1) % BLOCKS(C, IN_BLOCK) * IN_BLOCK;
    int o = get_global_id(1) / BLOCKS(C, IN_BLOCK) % BLOCKS(O, OUT_VECTORS * V) * OUT_VECTORS * V;
    int group = get_global_id(1) / BLOCKS(C, IN_BLOCK) / BLOCKS(O, OUT_VECTORS * V);
    int part = get_global_id(2);
    int end = min(N * P * Q, (part + 1) * chunk);

    vf sum[TAP_ROWS][OUT_VECTORS][IN_BLOCK][TAP_COLUMNS];
    vf bias[OUT_VECTORS];
    int channel[IN_BLOCK];
#pragma unroll
    for (int v = 0; v < OUT_VECTORS; v++) {
        bias[v] = (vf)(0.0f);
#pragma unroll
        for (int r = 0; r < TAP_ROWS; r++)
#pragma unroll
            for (int j = 0; j < IN_BLOCK; j++)
#pragma unroll
                for (int k = 0; k < TAP_COLUMNS; k++) sum[r][v][j][k] = (vf)(0.0f);
    }
#pragma unroll
    for (int j = 0; j < IN_BLOCK; j++) channel[j] = min(c + j, C - 1) * H * W;

    int first = first_whole(kw, left);
    int behind = end_whole(kw, left, W);
    for (int at = part * chunk; at < end;) {
        int n = at / (P * Q);
        int p = at / Q % P;
        int from = at % Q;
        int to = min(Q, from + end - at);
        int whole_from = clamp(first, from, to);
        int whole_to = clamp(behind, whole_from, to);
        global const float *row = turned + (((n * G + group) * P + p) * Q) * LAST(O) + o;
#pragma unroll
        for (int r = 0; r < TAP_ROWS; r++) {
            int h = p * SH + (kh + r) * DH - top;
            if (kh + r >= KH || h < 0 || h >= H) continue;
            global const float *under = x + ((n * G + group) * C * H + h) * W;
            add_row(sum[r], row, LAST(O), from, whole_from, under, channel, kw, W, left, 0);
            add_row(sum[r], row, LAST(O), whole_from, whole_to, under, channel, kw, W, left, 1);
            add_row(sum[r], row, LAST(O), whole_to, to, under, channel, kw, W, left, 0);
        }
        if (c == 0 && kh == 0 && kw == 0) // the bias is summed once
            for (int q = from; q < to; q++)
#pragma unroll
                for (int v = 0; v < OUT_VECTORS; v++) bias[v] += VLOAD(row + q * LAST(O) + v * V);
        at += to - from;
    }

    global float *sums = partial + part * (G * O * C * TAPS + G * O);
    global float *dw = sums + group * O * C * TAPS;
    global float *db = sums + G * O * C * TAPS + group * O;
    float lanes[V];
#pragma unroll
    for (int v = 0; v < OUT_VECTORS; v++) {
#pragma unroll
        for (int r = 0; r < TAP_ROWS; r++)
#pragma unroll
            for (int j = 0; j < IN_BLOCK; j++)
#pragma unroll
                for (int k = 0; k < TAP_COLUMNS; k++) {
                    if (kh + r >= KH || c + j >= C || kw + k >= KW) continue;
                    VSTORE(sum[r][v][j][k], lanes);
                    for (int lane = 0; lane < V && o + v * V + lane < O; lane++)
                        dw[((o + v * V + lane) * C + c + j) * TAPS + (kh + r) * KW + kw + k] = lanes[lane];
                }
        if (c > 0 || kh > 0 || kw > 0) continue;
        VSTORE(bias[v], lanes);
        for (int lane = 0; lane < V && o + v * V + lane < O; lane++) db[o + v * V + lane] = lanes[lane];
    }
}
