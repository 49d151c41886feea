// Cross-entropy from logits; CrossEntropy.java says what it means, CrossEntropyJava.java defines it.
//
// Example m = n * P + p; its logit for class c lies at (n * C + c) * P + p. A work-item handles V neighbouring examples
// and walks over the classes. Where there are no class weights (`weighted` is 0), `w` is not read.
//
// z, dz [N, C, P]   t, terms, weights, log_sum [M] with M = N * P   w [C]   weight_sum, loss, upstream [1]

// The logits of examples m .. m+V-1 for class c; beyond the last example, that one again.
INLINE vf load_class(global const float *z, int m, int c, int C, int P, int M) {
    if (m % P + V <= P) return VLOAD(z + (m / P * C + c) * P + m % P);
    float lanes[V];
    for (int j = 0; j < V; j++) {
        int i = min(m + j, M - 1);
        lanes[j] = z[(i / P * C + c) * P + i % P];
    }
    return VLOAD(lanes);
}

INLINE void store_class(global float *z, int m, int c, int C, int P, int M, vf v) {
    if (m % P + V <= P) {
        VSTORE(v, z + (m / P * C + c) * P + m % P);
        return;
    }
    float lanes[V];
    VSTORE(v, lanes);
    for (int j = 0; j < V && m + j < M; j++) z[((m + j) / P * C + c) * P + (m + j) % P] = lanes[j];
}

// For each example: its term of the loss, w[t] and log(sum over c of exp(z)).
kernel void forward(global const float *z, global const float *t, global const float *w, global float *terms,
                    global float *weights, global float *log_sum, int C, int P, int M, float smoothing, int weighted) {
    int m = get_global_id(0) * V;
    if (m >= M) return;

    vf largest = (vf)(-INFINITY);
    for (int c = 0; c < C; c++) largest = fmax(largest, load_class(z, m, c, C, P, M));
    vf sum = (vf)(0.0f);
    for (int c = 0; c < C; c++) sum += exp(load_class(z, m, c, C, P, M) - largest);
    vf lse = log(sum) + largest;

    vf target = load_guarded(t, m, M);
    vf hard = (vf)(0.0f);
    vf soft = (vf)(0.0f);
    vf weight = (vf)(0.0f);
    for (int c = 0; c < C; c++) {
        float w_c = weighted ? w[c] : 1.0f;
        vf term = w_c * (lse - load_class(z, m, c, C, P, M));
        hard = select(hard, term, target == (vf)(c));
        weight = select(weight, (vf)(w_c), target == (vf)(c));
        soft += term;
    }
    // Without smoothing the soft part is left out: it may be infinite, and 0 * infinity is not a number.
    store_guarded(terms, m, M, smoothing > 0 ? (1 - smoothing) * hard + smoothing / C * soft : hard);
    store_guarded(weights, m, M, weight);
    store_guarded(log_sum, m, M, lse);
}

// loss = sum of terms / sum of weights.  One group of WGS work-items for both sums.
kernel void total(global const float *terms, global const float *weights, global float *loss, global float *weight_sum,
                  int M) {
    local float shared[WGS];
    vf sum = (vf)(0.0f);
    vf weight = (vf)(0.0f);
    for (int m = (int)get_local_id(0) * V; m < M; m += WGS * V) {
        sum += load_guarded(terms, m, M);
        weight += load_guarded(weights, m, M);
    }
    float sum_total = group_sum(lane_sum(sum), shared);
    float weight_total = group_sum(lane_sum(weight), shared);
    if (get_local_id(0) == 0) {
        loss[0] = sum_total / weight_total;
        weight_sum[0] = weight_total;
    }
}

// dz = upstream / weight_sum * ((1 - e) * w[t] * (p - [c = t]) + e / C * (p * sum of w - w[c])), with p = softmax(z)
kernel void backward(global const float *upstream, global const float *z, global const float *t, global const float *w,
                     global const float *weights, global const float *log_sum, global const float *weight_sum,
                     global float *dz, int C, int P, int M, float smoothing, int weighted) {
    int m = get_global_id(0) * V;
    if (m >= M) return;

    float all = weighted ? 0.0f : (float)C;
    if (weighted)
        for (int c = 0; c < C; c++) all += w[c];
    vf target = load_guarded(t, m, M);
    vf weight = load_guarded(weights, m, M);
    vf lse = load_guarded(log_sum, m, M);
    float scale = upstream[0] / weight_sum[0];
    for (int c = 0; c < C; c++) {
        vf p = exp(load_class(z, m, c, C, P, M) - lse);
        vf hard = weight * (p - select((vf)(0.0f), (vf)(1.0f), target == (vf)(c)));
        vf soft = p * all - (weighted ? w[c] : 1.0f);
        store_class(dz, m, c, C, P, M, scale * ((1 - smoothing) * hard + smoothing / C * soft));
    }
}
