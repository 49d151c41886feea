// Binary cross-entropy from logits; BceWithLogits.java says what it means, BceWithLogitsJava.java defines it.
//
// z, t, dz [size]   loss [1]   w [weights], repeated along z; with weights = 0 it is not read

// What positives count more than negatives: (w - 1) * t for values i .. i+V-1.
INLINE vf surplus(global const float *w, int weights, int i, vf target) {
    float lanes[V];
    for (int j = 0; j < V; j++) lanes[j] = w[(i + j) % weights] - 1.0f;
    return VLOAD(lanes) * target;
}

// loss = 1/size * sum of max(z, 0) - z t + log(1 + exp(-|z|)).  One group of WGS work-items for the whole sum.
kernel void forward(global const float *z, global const float *t, global const float *w, global float *loss,
                    int size, int weights) {
    local float shared[WGS];
    vf sum = (vf)(0.0f);
    for (int i = (int)get_local_id(0) * V; i < size; i += WGS * V) {
        vf logit = load_guarded(z, i, size);
        vf target = load_guarded(t, i, size);
        vf softly = log1p(exp(-fabs(logit)));
        vf term = fma(-logit, target, fmax(logit, (vf)(0.0f))) + softly;
        if (weights > 0) term += surplus(w, weights, i, target) * (fmax(-logit, (vf)(0.0f)) + softly);
        // A plain comparison lets not-a-number through, where fmax would hide it.
        term = select(term, logit, isnan(logit));
        sum += i + V <= size ? term : term * lanes_inside(i, size);
    }
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) loss[0] = total / size;
}

// dz = upstream / size * (sigmoid(z) - t - (w - 1) t sigmoid(-z)).  One work-item: V neighbouring values.
kernel void backward(global const float *upstream, global const float *z, global const float *t, global const float *w,
                     global float *dz, int size, int weights) {
    int i = get_global_id(0) * V;
    vf logit = load_guarded(z, i, size);
    vf e = exp(-fabs(logit));
    vf p = select((vf)(1.0f), e, logit < (vf)(0.0f)) / (1.0f + e);
    vf target = load_guarded(t, i, size);
    vf slope = p - target;
    if (weights > 0) slope -= surplus(w, weights, i, target) * select(e, (vf)(1.0f), logit < (vf)(0.0f)) / (1.0f + e);
    store_guarded(dz, i, size, upstream[0] / size * slope);
}
