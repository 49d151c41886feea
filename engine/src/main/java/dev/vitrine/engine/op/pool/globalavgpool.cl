// Global average pooling; GlobalAvgPool.java says what it means, GlobalAvgPoolJava.java defines it.
// A row is one (n, c), L values of it: H * W of an image; a group of WGS work-items takes one row.
//
// x [rows, L]   y, g [rows]

// y[row] = 1/L * sum over l of x[row, l]
kernel void forward(global const float *x, global float *y, int L) {
    local float shared[WGS];
    int row = get_global_id(1);

    vf sum = (vf)(0.0f);
    for (int l = get_local_id(0) * V; l < L; l += WGS * V) sum += load_guarded(x + row * L, l, L);
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) y[row] = total / L;
}

// dx[row, l] = g[row] / L
kernel void backward(global const float *g, global float *dx, int L) {
    int row = get_global_id(1);
    vf share = (vf)(g[row] / L);
    for (int l = get_local_id(0) * V; l < L; l += WGS * V) store_guarded(dx + row * L, l, L, share);
}
