// Log-softmax; LogSoftmax.java says what it means, LogSoftmaxJava.java defines it.
//
// Lines of D elements. `along`: the elements are neighbours; a group of WGS work-items takes one line.
// `across`: neighbouring lines are neighbours, x [outer, D, inner]; one work-item takes V lines.

// y[d] = x[d] - max - log(sum over e of exp(x[e] - max))
kernel void forward_along(global const float *x, global float *y, int D) {
    local float shared[WGS];
    x += get_group_id(0) * D;
    y += get_group_id(0) * D;
    int me = (int)get_local_id(0) * V;

    vf most = (vf)(-INFINITY);
    for (int d = me; d < D; d += WGS * V) most = fmax(most, load_or(x, d, D, -INFINITY));
    vf largest = (vf)(group_max(lane_max(most), shared));

    vf part = (vf)(0.0f);
    for (int d = me; d < D; d += WGS * V) part += exp(load_or(x, d, D, -INFINITY) - largest);
    vf sum = (vf)(group_sum(lane_sum(part), shared));
    vf offset = largest + log(sum);

    for (int d = me; d < D; d += WGS * V) {
        vf in = load_guarded(x, d, D);
        store_guarded(y, d, D, in - offset);
    }
}

kernel void forward_across(global const float *x, global float *y, int D, int inner) {
    int k = get_global_id(0) * V;
    x += get_global_id(1) * D * inner;
    y += get_global_id(1) * D * inner;

    vf largest = (vf)(-INFINITY);
    for (int d = 0; d < D; d++) largest = fmax(largest, load_guarded(x + d * inner, k, inner));

    vf sum = (vf)(0.0f);
    for (int d = 0; d < D; d++) sum += exp(load_guarded(x + d * inner, k, inner) - largest);
    vf offset = largest + log(sum);

    for (int d = 0; d < D; d++) {
        vf in = load_guarded(x + d * inner, k, inner);
        store_guarded(y + d * inner, k, inner, in - offset);
    }
}

// dx[d] = g[d] - exp(y[d]) * sum over e of g[e]
kernel void backward_along(global const float *g, global const float *y, global float *dx, int D) {
    local float shared[WGS];
    g += get_group_id(0) * D;
    y += get_group_id(0) * D;
    dx += get_group_id(0) * D;
    int me = (int)get_local_id(0) * V;

    vf part = (vf)(0.0f);
    for (int d = me; d < D; d += WGS * V) part += load_guarded(g, d, D);
    vf sum = (vf)(group_sum(lane_sum(part), shared));

    for (int d = me; d < D; d += WGS * V) {
        vf grad = load_guarded(g, d, D);
        vf out = load_guarded(y, d, D);
        store_guarded(dx, d, D, grad - exp(out) * sum);
    }
}

kernel void backward_across(global const float *g, global const float *y, global float *dx, int D, int inner) {
    int k = get_global_id(0) * V;
    g += get_global_id(1) * D * inner;
    y += get_global_id(1) * D * inner;
    dx += get_global_id(1) * D * inner;

    vf sum = (vf)(0.0f);
    for (int d = 0; d < D; d++)
        sum += load_guarded(g + d * inner, k, inner);

    for (int d = 0; d < D; d++) {
        vf grad = load_guarded(g + d * inner, k, inner);
        vf out = load_guarded(y + d * inner, k, inner);
        store_guarded(dx + d * inner, k, inner, grad - exp(out) * sum);
    }
}
