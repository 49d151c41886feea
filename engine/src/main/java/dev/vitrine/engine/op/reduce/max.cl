// The largest value over some axes, and where it is; Max.java says what it means, MaxJava.java defines it.
//
// Element r of output o lies at place(o, kept) + place(r, reduced) of x. Either neighbours in memory go to one output
// (kernels `rows_...`: a group of WGS work-items walks along r) or to neighbouring outputs (kernels `columns_...`: V
// outputs side by side). Indices are whole numbers in floats.
//
// x, dx [any shape]   y, g, index [outputs]

// Where element i of a grid lies; the last axis, s3, counts quickest.
INLINE int place(int i, int4 size, int4 stride) {
    int at = i % size.s3 * stride.s3;
    i /= size.s3;
    at += i % size.s2 * stride.s2;
    i /= size.s2;
    at += i % size.s1 * stride.s1;
    return at + i / size.s1 * stride.s0;
}

// True in lanes where a is larger than b; not-a-number is larger than every number.
#define larger(a, b) (((a) > (b)) | (isnan(a) & (isnan(b) == 0)))

// The same for one value, the first one of equals.
INLINE int wins(float a, float at, float b, float bt) {
    int equal = a == b || (isnan(a) && isnan(b));
    return equal ? at < bt : larger(a, b);
}

// y[o] = max over r of x[o, r], index[o] = the first such r.  One group of WGS work-items per output.
kernel void rows_forward(global const float *x, global float *y, global float *index, int4 kept_size, int4 kept_stride,
                         int4 size, int4 stride, int R) {
    local float values[WGS];
    local float places[WGS];
    int me = get_local_id(0);
    int o = get_global_id(1);
    global const float *in = x + place(o, kept_size, kept_stride);
    float lanes[V], lane_places[V];
    for (int j = 0; j < V; j++) lanes[j] = j;
    vf lane = VLOAD(lanes);

    vf best = (vf)(-INFINITY);
    vf where = (vf)(INFINITY); // nothing yet
    for (int r = 0; r < R; r += size.s3) {
        global const float *row = in + place(r, size, stride);
        for (int i = me * V; i < size.s3; i += WGS * V) {
            vf v = select((vf)(-INFINITY), load_guarded(row, i, size.s3), lanes_inside(i, size.s3) > (vf)(0.0f));
            where = select(where, (float)(r + i) + lane, larger(v, best));
            best = select(best, v, larger(v, best));
        }
    }

    VSTORE(best, lanes);
    VSTORE(where, lane_places);
    values[me] = lanes[0];
    places[me] = lane_places[0];
    for (int j = 1; j < V; j++)
        if (wins(lanes[j], lane_places[j], values[me], places[me])) {
            values[me] = lanes[j];
            places[me] = lane_places[j];
        }
    for (int width = WGS / 2; width > 0; width /= 2) {
        barrier(CLK_LOCAL_MEM_FENCE);
        if (me < width && wins(values[me + width], places[me + width], values[me], places[me])) {
            values[me] = values[me + width];
            places[me] = places[me + width];
        }
    }
    if (me == 0) {
        int first = isinf(places[0]) ? 0 : (int)places[0]; // all are minus infinity
        index[o] = first;
        y[o] = in[place(first, size, stride)];
    }
}

// The same.  One work-item: V neighbouring outputs.
kernel void columns_forward(global const float *x, global float *y, global float *index, int4 kept_size,
                            int4 kept_stride, int4 size, int4 stride, int R) {
    int K = kept_size.s3;
    int k = get_global_id(0) * V;
    int o = get_global_id(1) * K;
    global const float *in = x + place(o, kept_size, kept_stride);

    vf best = load_guarded(in, k, K);
    vf where = (vf)(0.0f);
    for (int r = 0; r < R; r += size.s3) {
        global const float *column = in + place(r, size, stride);
        for (int i = 0; i < size.s3; i++) {
            vf v = load_guarded(column + i * stride.s3, k, K);
            where = select(where, (vf)(r + i), larger(v, best));
            best = select(best, v, larger(v, best));
        }
    }
    store_guarded(y + o, k, K, best);
    store_guarded(index + o, k, K, where);
}

// 1 in lanes where the two are equal, else 0.
INLINE vf equal(vf a, vf b) { return select((vf)(0.0f), (vf)(1.0f), a == b); }

// dx[o, r] = g[o] / ties where x[o, r] = y[o], else 0.  One group of WGS work-items per output.
kernel void rows_shared(global const float *g, global const float *x, global const float *y, global float *dx,
                        int4 kept_size, int4 kept_stride, int4 size, int4 stride, int R) {
    local float shared[WGS];
    int o = get_global_id(1);
    int first = place(o, kept_size, kept_stride);
    vf largest = (vf)(y[o]);

    vf count = (vf)(0.0f);
    for (int r = 0; r < R; r += size.s3) {
        global const float *row = x + first + place(r, size, stride);
        for (int i = get_local_id(0) * V; i < size.s3; i += WGS * V)
            count += equal(load_guarded(row, i, size.s3), largest) * lanes_inside(i, size.s3);
    }
    float share = g[o] / group_sum(lane_sum(count), shared);

    for (int r = 0; r < R; r += size.s3) {
        int row = first + place(r, size, stride);
        for (int i = get_local_id(0) * V; i < size.s3; i += WGS * V)
            store_guarded(dx + row, i, size.s3, share * equal(load_guarded(x + row, i, size.s3), largest));
    }
}

// The same.  One work-item: V neighbouring outputs.
kernel void columns_shared(global const float *g, global const float *x, global const float *y, global float *dx,
                           int4 kept_size, int4 kept_stride, int4 size, int4 stride, int R) {
    int K = kept_size.s3;
    int k = get_global_id(0) * V;
    int o = get_global_id(1) * K;
    int first = place(o, kept_size, kept_stride);
    vf largest = load_guarded(y + o, k, K);

    vf count = (vf)(0.0f);
    for (int r = 0; r < R; r++) count += equal(load_guarded(x + first + place(r, size, stride), k, K), largest);
    vf share = load_guarded(g + o, k, K) / count;

    for (int r = 0; r < R; r++) {
        int column = first + place(r, size, stride);
        store_guarded(dx + column, k, K, share * equal(load_guarded(x + column, k, K), largest));
    }
}

// dx[o, index[o]] = g[o]; all else is zero already.  One work-item: V neighbouring outputs.
kernel void first(global const float *g, global const float *index, global float *dx, int4 kept_size, int4 kept_stride,
                  int4 size, int4 stride, int outputs) {
    int o = get_global_id(0) * V;
    for (int j = 0; j < V && o + j < outputs; j++)
        dx[place(o + j, kept_size, kept_stride) + place((int)index[o + j], size, stride)] = g[o + j];
}
