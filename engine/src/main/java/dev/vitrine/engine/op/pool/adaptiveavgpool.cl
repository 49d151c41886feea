// Adaptive average pooling; AdaptiveAvgPool.java says what it means, AdaptiveAvgPoolJava.java defines it.
//
// A plane is one (n, c); a row is an image of height 1.
//
// x, dx [planes, H, W]   y, g [planes, OH, OW]

// The first position of bin o, and one past its last, of `bins` bins over `length` positions.
INLINE int start(int o, int length, int bins) { return (int)((long)o * length / bins); }
INLINE int end(int o, int length, int bins) { return (int)(((o + 1L) * length + bins - 1) / bins); }
INLINE int size(int o, int length, int bins) { return end(o, length, bins) - start(o, length, bins); }

// The first bin that holds position i, and one past the last: the same formula the other way round.
INLINE int first_bin(int i, int length, int bins) { return start(i, bins, length); }
INLINE int end_bin(int i, int length, int bins) { return end(i, bins, length); }

// y[h, w] = the mean of x[i, j] over the bin. A group of WGS work-items takes one bin.
kernel void forward(global const float *x, global float *y, int H, int W, int OH, int OW) {
    local float shared[WGS];
    int w = get_global_id(1);
    int h = get_global_id(2) % OH;
    int plane = get_global_id(2) / OH;

    vf sum = (vf)(0.0f);
    int right = end(w, W, OW);
    for (int i = start(h, H, OH); i < end(h, H, OH); i++) {
        global const float *row = x + (plane * H + i) * W;
        for (int j = start(w, W, OW) + (int)get_local_id(0) * V; j < right; j += WGS * V) sum += load_guarded(row, j, right);
    }
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) y[get_global_id(2) * OW + w] = total / (size(h, H, OH) * size(w, W, OW));
}

// The sum over all bins (h, w) that hold (i, j) of g[h, w] / size of the bin.
INLINE float shares(global const float *g, int i, int j, int H, int W, int OH, int OW) {
    float sum = 0;
    for (int h = first_bin(i, H, OH); h < end_bin(i, H, OH); h++)
        for (int w = first_bin(j, W, OW); w < end_bin(j, W, OW); w++)
            sum += g[h * OW + w] / (size(h, H, OH) * size(w, W, OW));
    return sum;
}

// dx[i, j] = sum over all bins (h, w) that hold (i, j) of g[h, w] / size of the bin
// One work-item: V neighbours j. Where one bin alone holds all of them, they have the same share.
kernel void backward(global const float *g, global float *dx, int H, int W, int OH, int OW) {
    int j = get_global_id(0) * V;
    int i = get_global_id(1) % H;
    int plane = get_global_id(1) / H;
    if (j >= W) return;

    g += plane * OH * OW;
    int last = min(j + V, W) - 1;
    float lanes[V];
    if (first_bin(j, W, OW) + 1 == end_bin(last, W, OW)) {
        float share = shares(g, i, j, H, W, OH, OW);
        for (int k = 0; k < V; k++) lanes[k] = share;
    } else {
        for (int k = 0; k < V; k++) lanes[k] = shares(g, i, min(j + k, last), H, W, OH, OW);
    }
    store_guarded(dx + (plane * H + i) * W, j, W, VLOAD(lanes));
}
