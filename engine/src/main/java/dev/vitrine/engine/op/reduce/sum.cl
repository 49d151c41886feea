// Sum and mean over some axes; Sum.java says what they mean, SumJava.java defines them.
//
// Element r of output o lies at place(o, kept) + place(r, reduced) of x. Either neighbours in memory go to one output
// (kernels `rows_...`: a group of WGS work-items walks along r) or to neighbouring outputs (kernels `columns_...`: V
// outputs side by side). R terms are cut into chunks by their number alone; partial sums are added in the order of the
// chunks.
//
// x, dx [any shape]   y, g [outputs]   partial [chunks, outputs]

// Where element i of a grid lies; the last axis, s3, counts quickest.
INLINE int place(int i, int4 size, int4 stride) {
    int at = i % size.s3 * stride.s3;
    i /= size.s3;
    at += i % size.s2 * stride.s2;
    i /= size.s2;
    at += i % size.s1 * stride.s1;
    return at + i / size.s1 * stride.s0;
}

// How many outputs there are: the product of the sizes of the axes kept.
#define OUTPUTS(kept) ((kept).s0 * (kept).s1 * (kept).s2 * (kept).s3)

// partial[part, o] = sum over one chunk of r.  One group of WGS work-items per chunk and output.
kernel void rows_partial(global const float *x, global float *partial, int4 kept_size, int4 kept_stride, int4 size,
                         int4 stride, int R, int chunk) {
    local float shared[WGS];
    int part = get_global_id(1);
    int o = get_global_id(2);
    global const float *in = x + place(o, kept_size, kept_stride);

    vf sum = (vf)(0.0f);
    int end = part * chunk + min(chunk, R - part * chunk);
    for (int r = part * chunk; r < end;) {
        int run = min(size.s3 - r % size.s3, end - r); // up to the end of the row, or of the chunk
        global const float *row = in + place(r, size, stride);
        for (int i = get_local_id(0) * V; i < run; i += WGS * V) sum += load_guarded(row, i, run);
        r += run;
    }
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) partial[part * OUTPUTS(kept_size) + o] = total;
}

// The same.  One work-item: V neighbouring outputs, one chunk.
kernel void columns_partial(global const float *x, global float *partial, int4 kept_size, int4 kept_stride, int4 size,
                            int4 stride, int R, int chunk) {
    int K = kept_size.s3;
    int k = get_global_id(0) * V;
    int o = get_global_id(1) * K;
    int part = get_global_id(2);
    global const float *in = x + place(o, kept_size, kept_stride);

    vf sum = (vf)(0.0f);
    int end = part * chunk + min(chunk, R - part * chunk);
    for (int r = part * chunk; r < end;) {
        int run = min(size.s3 - r % size.s3, end - r);
        global const float *column = in + place(r, size, stride);
        for (int i = 0; i < run; i++) sum += load_guarded(column + i * stride.s3, k, K);
        r += run;
    }
    store_guarded(partial + part * OUTPUTS(kept_size) + o, k, K, sum);
}

// y[o] = 1/divisor * sum over all chunks of partial[part, o].  One work-item: V neighbouring outputs.
kernel void total(global const float *partial, global float *y, int outputs, int parts, float divisor) {
    int o = get_global_id(0) * V;
    vf sum = (vf)(0.0f);
    for (int part = 0; part < parts; part++) sum += load_guarded(partial + part * outputs, o, outputs);
    store_guarded(y, o, outputs, sum / divisor);
}

// dx[o, r] = g[o] / divisor.  The same walks, storing instead of loading.
kernel void rows_backward(global const float *g, global float *dx, int4 kept_size, int4 kept_stride, int4 size,
                          int4 stride, int R, int chunk, float divisor) {
    int part = get_global_id(1);
    int o = get_global_id(2);
    global float *out = dx + place(o, kept_size, kept_stride);

    vf share = (vf)(g[o] / divisor);
    int end = part * chunk + min(chunk, R - part * chunk);
    for (int r = part * chunk; r < end;) {
        int run = min(size.s3 - r % size.s3, end - r);
        global float *row = out + place(r, size, stride);
        for (int i = get_local_id(0) * V; i < run; i += WGS * V) store_guarded(row, i, run, share);
        r += run;
    }
}

kernel void columns_backward(global const float *g, global float *dx, int4 kept_size, int4 kept_stride, int4 size,
                             int4 stride, int R, int chunk, float divisor) {
    int K = kept_size.s3;
    int k = get_global_id(0) * V;
    int o = get_global_id(1) * K;
    int part = get_global_id(2);
    global float *out = dx + place(o, kept_size, kept_stride);

    vf share = load_guarded(g + o, k, K) / divisor;
    int end = part * chunk + min(chunk, R - part * chunk);
    for (int r = part * chunk; r < end;) {
        int run = min(size.s3 - r % size.s3, end - r);
        global float *column = out + place(r, size, stride);
        for (int i = 0; i < run; i++) store_guarded(column + i * stride.s3, k, K, share);
        r += run;
    }
}
