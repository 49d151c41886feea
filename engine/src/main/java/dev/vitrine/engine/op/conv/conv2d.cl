// Two-dimensional convolution; Conv2d.java says what it means, Conv2dJava.java defines it.
//
// Compiled for KH x KW taps, strides SH and SW, dilations DH and DW, and for what one work-item keeps in registers: ROWS
// rows of OUT_BLOCK output channels, or of IN_BLOCK input channels in backward_data; for the gradient of the weights,
// TAP_ROWS rows of taps of GRAD_BLOCK output channels. LONG_ROWS is 1 where a row is more than a few vectors. Channel
// counts and sizes come at run time; `top` and `left` are the padding before the first row and column, `bias` is 1 where
// there is one.
// C and O are the channels of one of G groups. As the groups know nothing of one another, each group of each batch item
// is an item of its own (`ng`), with the weights of its group.
//
// x [N * G, C, H, W]   w [G, O, C, KH, KW]   b [G, O]   y, g [N * G, O, P, Q]     (P x Q is the size of the output)

#define TAPS (KH * KW)
#define BLOCKS(channels, block) (((channels) + (block) - 1) / (block))

// A vector of V marks: all bits set where something holds, none where not.
#if V == 1
#define TO_VF as_float
#define TO_VI as_int
#define BELOW(a, b) (-(int)((uint)(a) < (uint)(b)))
#else
#define TO_VF GLUE(as_float, V)
#define TO_VI GLUE(as_int, V)
#define BELOW(a, b) (GLUE(as_uint, V)(a) < (GLUE(uint, V))(b))
#endif

// Marks the lanes j with start + j * stride in 0 .. length-1. A negative number is a large one without its sign.
INLINE vi inside(int start, int stride, int length) { return BELOW(LANES * stride + start, length); }

// Whether V values from `at` on, `stride` apart, lie in a buffer of `size` values.
INLINE int fits(int at, int stride, int size) { return at >= 0 && at + V * stride <= size; }

// Lane j holds from[at + j * stride], zero where it is not marked. Rows lie one behind the other, so lanes that overhang
// a row load a neighbour, and are then cleared; only at the ends of the whole buffer are lanes loaded one by one.
// `whole` is 1 where it is known that all lanes lie in the buffer.
INLINE vf load_marked(global const float *from, int at, int stride, int size, vi mark, int whole) {
    if (stride == 1 && (whole || fits(at, 1, size))) return TO_VF(TO_VI(VLOAD(from + at)) & mark);
#if V > 1
    if (stride == 2 && (whole || fits(at, 2, size))) {
        vf even = evens(VLOAD(from + at), VLOAD(from + at + V));
        return TO_VF(TO_VI(even) & mark);
    }
#endif
    float lanes[V];
#pragma unroll 1
    for (int j = 0; j < V; j++) lanes[j] = from[clamp(at + j * stride, 0, size - 1)];
    return TO_VF(TO_VI(VLOAD(lanes)) & mark);
}

// Where the taps of a row reach no further than a vector, two vectors hold all that they see of V neighbours: fewer loads,
// and a load that does not begin where a line of the cache does costs as much as two. LONG_ROWS says where that pays; more
// taps or rows want the registers.
#define TWO_VECTORS (V > 1 && LONG_ROWS && SW == 1 && KW > 1 && (KW - 1) * DW <= V && KW * ROWS <= 12)
#define MARKS (TWO_VECTORS ? 2 : KW)

#if TWO_VECTORS
// What the taps of one row see: in[kw] is from[at + kw * DW ..]. The marks are those of the two vectors.
INLINE void load_taps(global const float *from, int at, const vi *mark, vf *in) {
    vf first = TO_VF(TO_VI(VLOAD(from + at)) & mark[0]);
    vf second = TO_VF(TO_VI(VLOAD(from + at + V)) & mark[1]);
#pragma unroll
    for (int kw = 0; kw < KW; kw++) in[kw] = lanes_from(first, second, kw * DW);
}
#endif

// Puts the weights in the order in which `forward` (or `backward_data`) reads them: `block` channels side by side, for
// each value that one load of the input serves. Where the blocks do not divide the channels, the last one has zeros.
// `step` leads from one of the `channels` to the next, `other_step` from one of the `others` of the sum to the next.
// packed [G, blocks, others, TAPS, block]
kernel void pack(global const float *w, global float *packed, int size, int block, int channels, int step, int others,
                 int other_step) {
    int blocks = BLOCKS(channels, block);
    for (int lane = 0; lane < V; lane++) {
        int i = get_global_id(0) * V + lane;
        if (i >= size) return;
        int tap = i / block % TAPS;
        int other = i / block / TAPS % others;
        int channel = i / block / TAPS / others % blocks * block + i % block;
        int group = i / block / TAPS / others / blocks;
        int from = group * channels * others * TAPS + channel * step + other * other_step + tap;
        packed[i] = channel < channels ? w[from] : 0.0f;
    }
}

// Adds to the sums what one row of taps finds under it: the rows from h on, the values from x[at] on.
INLINE void add_taps(vf sum[OUT_BLOCK][ROWS], global const float *x, int at, int W, int size, const vi *mark,
                     global const float *w) {
    vf in[ROWS][KW];
#pragma unroll
    for (int r = 0; r < ROWS; r++)
#if TWO_VECTORS
        load_taps(x, at + r * SH * W, mark, in[r]);
#else
#pragma unroll
        for (int kw = 0; kw < KW; kw++) in[r][kw] = load_marked(x, at + r * SH * W + kw * DW, SW, size, mark[kw], 1);
#endif
#pragma unroll
    for (int kw = 0; kw < KW; kw++)
#pragma unroll
        for (int j = 0; j < OUT_BLOCK; j++)
#pragma unroll
            for (int r = 0; r < ROWS; r++) sum[j][r] = fma((vf)(w[kw * OUT_BLOCK + j]), in[r][kw], sum[j][r]);
}

// The same at the ends of the image or of the buffer, row by row: those that lie outside are left out. The taps begin at
// row h, column i.
INLINE void add_taps_at_end(vf sum[OUT_BLOCK][ROWS], global const float *x, int at, int h, int i, int H, int W, int size,
                            global const float *w) {
#pragma unroll
    for (int r = 0; r < ROWS; r++)
        if (h + r * SH >= 0 && h + r * SH < H)
#pragma unroll
            for (int kw = 0; kw < KW; kw++) {
                vi mark = inside(i + kw * DW, SW, W);
                vf in = load_marked(x, at + r * SH * W + kw * DW, SW, size, mark, 0);
#pragma unroll
                for (int j = 0; j < OUT_BLOCK; j++) sum[j][r] = fma((vf)(w[kw * OUT_BLOCK + j]), in, sum[j][r]);
            }
}

// y[n, o, p, q] = b[o] + sum over c, kh, kw of w[o, c, kh, kw] * x[n, c, p * SH + kh * DH - top, q * SW + kw * DW - left]
// One work-item: V positions of ROWS rows of OUT_BLOCK output channels.
kernel void forward(global const float *x, global const float *packed, global const float *b, global float *y, int size,
                    int G, int C, int H, int W, int O, int P, int Q, int top, int left, int bias) {
    int q = get_global_id(0) * V;
    int block = get_global_id(1) % BLOCKS(O, OUT_BLOCK);
    int p = get_global_id(1) / BLOCKS(O, OUT_BLOCK) * ROWS;
    int ng = get_global_id(2);
    if (q >= Q) return;
    int o = block * OUT_BLOCK;
    global const float *w = packed + (ng % G * BLOCKS(O, OUT_BLOCK) + block) * C * TAPS * OUT_BLOCK;

    vf sum[OUT_BLOCK][ROWS];
    vi mark[MARKS];
#pragma unroll
    for (int j = 0; j < OUT_BLOCK; j++)
#pragma unroll
        for (int r = 0; r < ROWS; r++) sum[j][r] = (vf)(bias ? b[ng % G * O + min(o + j, O - 1)] : 0.0f);
#pragma unroll
    for (int k = 0; k < MARKS; k++) mark[k] = inside(q * SW - left + k * (TWO_VECTORS ? V : DW), SW, W);

    for (int c = 0; c < C; c++)
        for (int kh = 0; kh < KH; kh++) {
            int h = p * SH + kh * DH - top;
            int at = ((ng * C + c) * H + h) * W + q * SW - left;
            int whole = h >= 0 && h + (ROWS - 1) * SH < H && at >= 0
                    && fits(at + (ROWS - 1) * SH * W + (TWO_VECTORS ? V : (KW - 1) * DW), SW, size);
            if (whole) add_taps(sum, x, at, W, size, mark, w);
            else add_taps_at_end(sum, x, at, h, q * SW - left, H, W, size, w);
            w += KW * OUT_BLOCK;
        }
#pragma unroll
    for (int j = 0; j < OUT_BLOCK; j++)
#pragma unroll
        for (int r = 0; r < ROWS; r++)
            if (o + j < O && p + r < P) store_guarded(y + ((ng * O + o + j) * P + p + r) * Q, q, Q, sum[j][r]);
}

// The phase that tap kw meets, and how far to the side g lies then: see backward_data.
#define MEETS(kw) ((((kw) * DW - PHASE) % SW + SW) % SW)
#define ASIDE(kw) ((MEETS(kw) + PHASE - (kw) * DW) / SW)

// Adds to the sums what came through one row of taps: the rows of g from p on, the values from g[at] on.
INLINE void add_gradients(vf sum[IN_BLOCK][ROWS][SW], global const float *g, int at, int Q, int size, const vi *mark,
                          global const float *w) {
    vf in[ROWS][KW];
#pragma unroll
    for (int r = 0; r < ROWS; r++)
#if TWO_VECTORS
        load_taps(g, at + r * Q + ASIDE(KW - 1), mark, in[r]); // the last tap sees what lies first
#define SEEN_BY(kw) (KW - 1 - (kw))
#else
#pragma unroll
        for (int kw = 0; kw < KW; kw++) in[r][kw] = load_marked(g, at + r * Q + ASIDE(kw), 1, size, mark[kw], 1);
#define SEEN_BY(kw) (kw)
#endif
#pragma unroll
    for (int kw = 0; kw < KW; kw++)
#pragma unroll
        for (int j = 0; j < IN_BLOCK; j++)
#pragma unroll
            for (int r = 0; r < ROWS; r++)
                sum[j][r][MEETS(kw)] = fma((vf)(w[kw * IN_BLOCK + j]), in[r][SEEN_BY(kw)], sum[j][r][MEETS(kw)]);
}

// The same at the ends of the image or of the buffer, row by row: those that lie outside are left out. g[at] is in row p,
// column q.
INLINE void add_gradients_at_end(vf sum[IN_BLOCK][ROWS][SW], global const float *g, int at, int p, int q, int P, int Q,
                                 int size, global const float *w) {
#pragma unroll
    for (int r = 0; r < ROWS; r++)
        if (p + r >= 0 && p + r < P)
#pragma unroll
            for (int kw = 0; kw < KW; kw++) {
                vf in = load_marked(g, at + r * Q + ASIDE(kw), 1, size, inside(q + ASIDE(kw), 1, Q), 0);
#pragma unroll
                for (int j = 0; j < IN_BLOCK; j++)
                    sum[j][r][MEETS(kw)] = fma((vf)(w[kw * IN_BLOCK + j]), in, sum[j][r][MEETS(kw)]);
            }
}

// dx[n, c, h, i] = sum over o, and over all (kh, p) with p * SH + kh * DH - top = h and all (kw, q) with
// q * SW + kw * DW - left = i, of w[o, c, kh, kw] * g[n, o, p, q]
// With i = m * SW + s, tap kw meets only the phase s for which SW divides s + left - kw * DW, and then
// q = m + (s + left - kw * DW) / SW: neighbouring m read neighbouring q. Which tap meets which phase is known when the
// program is compiled, from PHASE = left % SW; the rest, shift = left / SW, is added at run time. Rows have phases too;
// there each work-item has one, and asks which taps meet it.
// One work-item: V values of m, all SW phases, of ROWS rows of one phase, IN_BLOCK input channels.
kernel void backward_data(global const float *g, global const float *packed, global float *dx, int size, int G, int C,
                          int H, int W, int O, int P, int Q, int top, int shift) {
    int m = get_global_id(0) * V;
    int block = get_global_id(1) % BLOCKS(C, IN_BLOCK);
    int phase = get_global_id(1) / BLOCKS(C, IN_BLOCK) % SH;
    int row = get_global_id(1) / BLOCKS(C, IN_BLOCK) / SH * ROWS;
    int ng = get_global_id(2);
    if (m * SW >= W) return;
    int c = block * IN_BLOCK;
    global const float *w = packed + (ng % G * BLOCKS(C, IN_BLOCK) + block) * O * TAPS * IN_BLOCK;

    vf sum[IN_BLOCK][ROWS][SW];
    vi mark[MARKS];
#pragma unroll
    for (int j = 0; j < IN_BLOCK; j++)
#pragma unroll
        for (int r = 0; r < ROWS; r++)
#pragma unroll
            for (int s = 0; s < SW; s++) sum[j][r][s] = (vf)(0.0f);
#pragma unroll
    for (int k = 0; k < MARKS; k++) mark[k] = inside(m + shift + (TWO_VECTORS ? ASIDE(KW - 1) + k * V : ASIDE(k)), 1, Q);

    for (int o = 0; o < O; o++)
        for (int kh = 0; kh < KH; kh++, w += KW * IN_BLOCK) {
            int down = phase + top - kh * DH;
            if (down % SH != 0) continue;
            int p = row + down / SH;
            int at = ((ng * O + o) * P + p) * Q + m + shift;
            // The taps reach from KW * DW values before to SW values after.
            int whole = p >= 0 && p + ROWS <= P && at - KW * DW >= 0
                    && fits(at + (ROWS - 1) * Q + (TWO_VECTORS ? V : SW), 1, size);
            if (whole) add_gradients(sum, g, at, Q, size, mark, w);
            else add_gradients_at_end(sum, g, at, p, m + shift, P, Q, size, w);
        }
#pragma unroll
    for (int j = 0; j < IN_BLOCK; j++)
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            int h = (row + r) * SH + phase;
            if (c + j < C && h < H) store_interleaved(dx + ((ng * C + c + j) * H + h) * W, m, SW, W, sum[j][r]);
        }
}

// Of the WGS work-items of a group, ACROSS stand side by side in a row, the others in the rows below.
#define ACROSS (WGS < 16 ? WGS : 16)

// Where GRAD_BLOCK does not divide the channels, the last block repeats the last channel and drops the result.
#define CHANNEL(j) min(o + (j), O - 1)

// Adds V products to each sum: g[at_g ..] of GRAD_BLOCK channels that lie `plane` apart, times what is under each tap
// of TAP_ROWS rows from h on.
INLINE void add_products(vf sum[GRAD_BLOCK][TAP_ROWS][KW], global const float *g, int at_g, int plane, int o, int O,
                         int g_size, global const float *x, int at_x, int h, int H, int W, int x_size, int q, int Q,
                         int left, int whole) {
    vf grad[GRAD_BLOCK];
#pragma unroll
    for (int j = 0; j < GRAD_BLOCK; j++)
        grad[j] = load_marked(g, at_g + CHANNEL(j) * plane, 1, g_size, inside(q, 1, Q), whole);
#pragma unroll
    for (int i = 0; i < TAP_ROWS; i++)
        if (whole || (h + i * DH >= 0 && h + i * DH < H))
#pragma unroll
            for (int kw = 0; kw < KW; kw++) {
                vi mark = inside(q * SW + kw * DW - left, SW, W);
                vf in = load_marked(x, at_x + i * DH * W + kw * DW, SW, x_size, mark, whole);
#pragma unroll
                for (int j = 0; j < GRAD_BLOCK; j++) sum[j][i][kw] = fma(grad[j], in, sum[j][i][kw]);
            }
}

// dw[o, c, kh, kw] = sum over n, p, q of g[n, o, p, q] * x[n, c, p * SH + kh * DH - top, q * SW + kw * DW - left]
// db[o] = sum of g
// First part: each group of WGS work-items sums over `rows` rows, for GRAD_BLOCK output channels, one c and TAP_ROWS
// rows of taps (of the last such rows, some may be too many: they are dropped).
// partial [parts, G * O * C * TAPS + G * O]
kernel void weights_partial(global const float *g, global const float *x, global float *partial, int g_size, int x_size,
                            int N, int G, int C, int H, int W, int O, int P, int Q, int top, int left, int rows) {
    local float shared[WGS];
    int tap_blocks = (KH + TAP_ROWS - 1) / TAP_ROWS;
    int kh = get_global_id(1) % tap_blocks * TAP_ROWS;
    int c = get_global_id(1) / tap_blocks % C;
    int o = get_global_id(1) / tap_blocks / C % BLOCKS(O, GRAD_BLOCK) * GRAD_BLOCK;
    int group = get_global_id(1) / tap_blocks / C / BLOCKS(O, GRAD_BLOCK);
    int part = get_global_id(2);
    int end = min(N * P, (part + 1) * rows);
    int first_row = part * rows + (int)get_local_id(0) / ACROSS;
    int first_q = (int)get_local_id(0) % ACROSS * V;
    int weights = G * O * C * TAPS;
    global float *dw = partial + part * (weights + G * O) + group * O * C * TAPS;
    global float *db = partial + part * (weights + G * O) + weights + group * O;

    vf sum[GRAD_BLOCK][TAP_ROWS][KW];
#pragma unroll
    for (int j = 0; j < GRAD_BLOCK; j++)
#pragma unroll
        for (int i = 0; i < TAP_ROWS; i++)
#pragma unroll
            for (int kw = 0; kw < KW; kw++) sum[j][i][kw] = (vf)(0.0f);

    int n = first_row / P;
    int p = first_row % P;
    for (int row = first_row; row < end; row += WGS / ACROSS, p += WGS / ACROSS) {
        for (; p >= P; p -= P) n++;
        int ng = n * G + group;
        int h = p * SH + kh * DH - top;
        int at_x = ((ng * C + c) * H + h) * W - left;
        int at_g = (ng * O * P + p) * Q;
        int last_q = (Q - 1) / V * V;
        int whole = h >= 0 && h + (TAP_ROWS - 1) * DH < H && at_x >= 0
                && fits(at_x + last_q * SW + (TAP_ROWS - 1) * DH * W + (KW - 1) * DW, SW, x_size)
                && fits(at_g + last_q + CHANNEL(GRAD_BLOCK - 1) * P * Q, 1, g_size);
        if (whole)
            for (int q = first_q; q < Q; q += ACROSS * V)
                add_products(sum, g, at_g + q, P * Q, o, O, g_size, x, at_x + q * SW, h, H, W, x_size, q, Q, left, 1);
        else
            for (int q = first_q; q < Q; q += ACROSS * V)
                add_products(sum, g, at_g + q, P * Q, o, O, g_size, x, at_x + q * SW, h, H, W, x_size, q, Q, left, 0);
    }
#pragma unroll
    for (int j = 0; j < GRAD_BLOCK; j++)
#pragma unroll
        for (int i = 0; i < TAP_ROWS; i++)
#pragma unroll
            for (int kw = 0; kw < KW; kw++) {
                float total = group_sum(lane_sum(sum[j][i][kw]), shared);
                if (get_local_id(0) == 0 && o + j < O && kh + i < KH)
                    dw[((o + j) * C + c) * TAPS + (kh + i) * KW + kw] = total;
            }

    if (c > 0 || kh > 0) return; // the bias is summed once
    for (int j = 0; j < GRAD_BLOCK; j++) {
        vf bias = (vf)(0.0f);
        for (int row = first_row; row < end; row += WGS / ACROSS) {
            int at = (((row / P * G + group) * O + CHANNEL(j)) * P + row % P) * Q;
            for (int q = first_q; q < Q; q += ACROSS * V) bias += load_marked(g, at + q, 1, g_size, inside(q, 1, Q), 0);
        }
        float total = group_sum(lane_sum(bias), shared);
        if (get_local_id(0) == 0 && o + j < O) db[o + j] = total;
    }
}

// Second part: adds the partial sums in the order of the parts. One work-item: V weights (or biases).
kernel void weights_total(global const float *partial, global float *dw, global float *db, int parts, int weights,
                          int biases, int bias) {
    for (int lane = 0; lane < V; lane++) {
        int i = get_global_id(0) * V + lane;
        if (i >= weights + biases) return;
        wide sum = 0;
        for (int part = 0; part < parts; part++) sum += partial[part * (weights + biases) + i];
        if (i < weights) dw[i] = (float)sum;
        else if (bias) db[i - weights] = (float)sum;
    }
}
