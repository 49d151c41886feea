// Binary cross-entropy from logits; BceWithLogits.java says what it means, BceWithLogitsJava.java defines it.
//
// z, t, dz [size]   loss [1]

// loss = 1/size * sum of max(z, 0) - z t + log(1 + exp(-|z|)).  One group of WGS work-items for the whole sum.
kernel void forward(global const float *z, global const float *t, global float *loss, int size) {
    local float shared[WGS];
    vf sum = (vf)(0.0f);
    for (int i = (int)get_local_id(0) * V; i < size; i += WGS * V) {
        vf logit = load_guarded(z, i, size);
        vf term = fma(-logit, load_guarded(t, i, size), fmax(logit, (vf)(0.0f))) + log1p(exp(-fabs(logit)));
        // A plain comparison lets not-a-number through, where fmax would hide it.
        term = select(term, logit, isnan(logit));
        sum += i + V <= size ? term : term * lanes_inside(i, size);
    }
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) loss[0] = total / size;
}

// dz = upstream / size * (sigmoid(z) - t).  One work-item: V neighbouring values.
kernel void backward(global const float *upstream, global const float *z, global const float *t, global float *dz,
                     int size) {
    int i = get_global_id(0) * V;
    vf logit = load_guarded(z, i, size);
    vf e = exp(-fabs(logit));
    vf p = select((vf)(1.0f), e, logit < (vf)(0.0f)) / (1.0f + e);
    store_guarded(dz, i, size, upstream[0] / size * (p - load_guarded(t, i, size)));
}
