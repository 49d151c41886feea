// Repeating an array; BroadcastTo.java says what it means, BroadcastToJava.java defines it. Compiled for AXES axes.

// y[i] = x[read(i)].  One work-item: V neighbouring positions.
kernel void forward(global const float *x, global float *y, int size, int8 sizes, int8 strides) {
    int i = get_global_id(0) * V;
    store_guarded(y, i, size, load_broadcast(x, i, size, sizes, strides));
}

// dx[j] = sum over t of g[kept(j) + repeated(t)]. The sum over t is cut into chunks; `partial` holds one row of all j
// for every chunk, and `total` adds the rows. Where there is but one chunk its row is dx.

// The last axis is kept: neighbouring j read neighbouring g.  One work-item: V neighbouring j of one chunk.
kernel void partial_down(global const float *g, global float *partial, int size, int terms, int chunk, int8 kept_sizes,
                         int8 kept_strides, int8 repeated_sizes, int8 repeated_strides) {
    int j = get_global_id(0) * V;
    int part = get_global_id(1);
    vf sum = (vf)(0.0f);
    int end = min(terms, (part + 1) * chunk);
    for (int t = part * chunk; t < end; t++)
        sum += load_broadcast(g + offset_of(t, repeated_sizes, repeated_strides), j, size, kept_sizes, kept_strides);
    store_guarded(partial + part * size, j, size, sum);
}

// The last axis repeats: neighbouring t read neighbouring g.  One group of WGS work-items: one j of one chunk.
kernel void partial_along(global const float *g, global float *partial, int size, int terms, int chunk,
                          int8 kept_sizes, int8 kept_strides, int8 repeated_sizes, int8 repeated_strides) {
    local float shared[WGS];
    int j = get_group_id(0);
    int part = get_global_id(1);
    global const float *first = g + offset_of(j, kept_sizes, kept_strides);
    vf sum = (vf)(0.0f);
    int end = min(terms, (part + 1) * chunk);
    for (int t = part * chunk + (int)get_local_id(0) * V; t < end; t += WGS * V)
        sum += load_broadcast(first, t, end, repeated_sizes, repeated_strides);
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) partial[part * size + j] = total;
}

// dx[j] = sum over parts of partial[part, j], in their order.  One work-item: one j.
kernel void total(global const float *partial, global float *dx, int size, int parts) {
    int j = get_global_id(0);
    wide sum = 0;
    for (int part = 0; part < parts; part++) sum += partial[part * size + j];
    dx[j] = (float)sum;
}
