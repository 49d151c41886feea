// Global max pooling; GlobalMaxPool.java says what it means, GlobalMaxPoolJava.java defines it.
// A row is one (n, c); a group of WGS work-items takes one row.
//
// x, dx [rows, L]   y, g, won [rows]       `won` holds the position that won: whole numbers

// The larger of two values; not-a-number is larger than all numbers.
INLINE float larger(float a, float b) { return b > a || isnan(b) ? b : a; }

// y[row] = max over l of x[row, l]
// The first turn finds the largest value, the second where it lies: the lowest position, or the highest of a
// not-a-number, which is the lowest of the negative ones.
kernel void forward(global const float *x, global float *y, global int *won, int L) {
    local float values[WGS];
    local int positions[WGS];
    int me = get_local_id(0);
    int row = get_global_id(1);
    global const float *in = x + row * L;

    vf lanes = (vf)(-INFINITY);
    for (int l = me * V; l < L; l += WGS * V) {
        vf now = load_or(in, l, L, -INFINITY);
        lanes = select(lanes, now, (now > lanes) | isnan(now));
    }
    float apart[V];
    VSTORE(lanes, apart);
    float mine = apart[0];
    for (int j = 1; j < V; j++) mine = larger(mine, apart[j]);
    values[me] = mine;
    for (int width = WGS / 2; width > 0; width /= 2) {
        barrier(CLK_LOCAL_MEM_FENCE);
        if (me < width) values[me] = larger(values[me], values[me + width]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    float largest = values[0];

    int position = INT_MAX;
    for (int l = me * V; l < L; l += WGS * V) {
        vf now = load_or(in, l, L, -INFINITY);
        vf hits = select((vf)(0.0f), (vf)(1.0f), isnan(largest) ? isnan(now) : now == (vf)(largest));
        if (lane_sum(hits) == 0) continue;
        for (int k = l; k < min(l + V, L); k++) {
            if (isnan(in[k])) position = min(position, -k);
            else if (in[k] == largest) position = min(position, k);
        }
    }
    positions[me] = position;
    for (int width = WGS / 2; width > 0; width /= 2) {
        barrier(CLK_LOCAL_MEM_FENCE);
        if (me < width) positions[me] = min(positions[me], positions[me + width]);
    }
    if (me == 0) {
        y[row] = largest;
        won[row] = abs(positions[0]);
    }
}

// dx[row, l] = g[row] where l won, else 0
kernel void backward(global const float *g, global const int *won, global float *dx, int L) {
    int row = get_global_id(1);
    int winner = won[row];
    for (int l = get_local_id(0) * V; l < L; l += WGS * V) {
        store_guarded(dx + row * L, l, L, (vf)(0.0f));
        if (winner >= l && winner < l + V) dx[row * L + winner] = g[row];
    }
}
