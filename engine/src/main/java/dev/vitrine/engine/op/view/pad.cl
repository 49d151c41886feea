// Pad; Pad.java says what it means, PadJava.java defines it.
//
// For each o, x holds one block of neighbours, and y the same block with `before` values in front and more behind.
//
// x, dx [outer, block]   y, g [outer, length]

// y[o, k] = x[o, k - before] inside of the block, else the constant.  One work-item: V neighbours of y.
kernel void forward(global const float *x, global float *y, int block, int before, int length, float constant_value) {
    int k = get_global_id(0) * V;
    int o = get_global_id(1);
    vf inside = load_guarded(x + o * block, k - before, block);
    if (k < before || k - before + V > block) {
        float lanes[V];
        VSTORE(inside, lanes);
        for (int j = 0; j < V; j++)
            if (k + j < before || k + j - before >= block) lanes[j] = constant_value;
        inside = VLOAD(lanes);
    }
    store_guarded(y + o * length, k, length, inside);
}

// dx[o, k] = g[o, k + before].  One work-item: V neighbours of dx.
kernel void backward(global const float *g, global float *dx, int block, int before, int length) {
    int k = get_global_id(0) * V;
    int o = get_global_id(1);
    store_guarded(dx + o * block, k, block, load_guarded(g + o * length + before, k, block));
}
