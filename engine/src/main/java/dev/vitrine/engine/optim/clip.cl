// sums[first + k] = sum of g[i]^2 over the k-th chunk of g [size]; one work-group per chunk, in a fixed order.
kernel void squares(global const float *g, global float *sums, int size, int first, int chunk) {
    local float shared[WGS];
    int begin = get_global_id(1) * chunk;
    int end = min(begin + chunk, size);
    vf squares = 0.0f;
    for (int i = begin + get_local_id(0) * V; i < end; i += WGS * V) {
        vf gradient = load_guarded(g, i, end);
        squares = fma(gradient, gradient, squares);
    }
    float sum = group_sum(lane_sum(squares), shared);
    if (get_local_id(0) == 0) sums[first + get_global_id(1)] = sum;
}

// norm[0] = sqrt(sum of sums [count]), from the first to the last; one work-item.
kernel void norm(global const float *sums, global float *norm, int count) {
    wide total = 0;
    for (int k = 0; k < count; k++) total += sums[k];
    norm[0] = (float)sqrt(total);
}

// g = g * min(1, limit / (norm + 1e-6)); not-a-number passes every comparison and stays. V neighbours per work-item.
kernel void scale(global float *g, global const float *norm, int size, float limit) {
    int i = get_global_id(0) * V;
    float share = limit / (norm[0] + 1e-6f);
    store_guarded(g, i, size, load_guarded(g, i, size) * (share > 1.0f ? 1.0f : share));
}

// g = min(max(g, -limit), limit); not-a-number stays. V neighbours per work-item.
kernel void cut(global float *g, int size, float limit) {
    int i = get_global_id(0) * V;
    vf gradient = load_guarded(g, i, size);
    gradient = gradient > limit ? (vf)(limit) : gradient;
    store_guarded(g, i, size, gradient < -limit ? (vf)(-limit) : gradient);
}
