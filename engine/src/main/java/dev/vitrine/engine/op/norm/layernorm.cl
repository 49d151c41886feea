// Layer normalisation; LayerNorm.java says what it means, LayerNormJava.java defines it.
//
// A row is what is normalised: D values. A group of WGS work-items takes one row.
//
// x, y, g, dx [rows, D]   gamma, beta [D]   mean, rstd [rows]   partial [parts, 2, D]

// y = gamma * (x - mean) * rstd + beta
kernel void forward(global const float *x, global const float *gamma, global const float *beta, global float *mean,
                    global float *rstd, global float *y, int D, float eps) {
    local float shared[WGS];
    int row = get_global_id(1);
    global const float *in = x + row * D;

    vf sum = (vf)(0.0f);
    for (int i = get_local_id(0) * V; i < D; i += WGS * V) sum += load_guarded(in, i, D);
    float center = group_sum(lane_sum(sum), shared) / D;

    vf squares = (vf)(0.0f);
    for (int i = get_local_id(0) * V; i < D; i += WGS * V) {
        vf away = (load_guarded(in, i, D) - center) * lanes_inside(i, D);
        squares = fma(away, away, squares);
    }
    float scale = 1 / sqrt((wide)group_sum(lane_sum(squares), shared) / D + eps);
    if (get_local_id(0) == 0) {
        mean[row] = center;
        rstd[row] = scale;
    }
    for (int i = get_local_id(0) * V; i < D; i += WGS * V) {
        vf xhat = (load_guarded(in, i, D) - center) * scale;
        store_guarded(y + row * D, i, D, fma(xhat, load_guarded(gamma, i, D), load_guarded(beta, i, D)));
    }
}

// dbeta = sum over rows of g      dgamma = sum over rows of g * (x - mean) * rstd
// First part: each work-item sums V neighbours over a chunk of the rows.
kernel void affine_partial(global const float *g, global const float *x, global const float *mean,
                           global const float *rstd, global float *partial, int rows, int D, int chunk) {
    int i = get_global_id(0) * V;
    int part = get_global_id(1);
    if (i >= D) return;

    vf sum = (vf)(0.0f);
    vf weighted = (vf)(0.0f);
    for (int row = part * chunk; row < min(rows, (part + 1) * chunk); row++) {
        vf grad = load_guarded(g + row * D, i, D);
        vf xhat = (load_guarded(x + row * D, i, D) - mean[row]) * rstd[row];
        sum += grad;
        weighted = fma(grad, xhat, weighted);
    }
    store_guarded(partial + part * 2 * D, i, D, weighted);
    store_guarded(partial + (part * 2 + 1) * D, i, D, sum);
}

// Second part: adds the chunks, always in the same order. One work-item per element.
kernel void affine_total(global const float *partial, global float *dgamma, global float *dbeta, int parts, int D) {
    int i = get_global_id(0);
    wide sum = 0;
    wide weighted = 0;
    for (int part = 0; part < parts; part++) {
        weighted += partial[part * 2 * D + i];
        sum += partial[(part * 2 + 1) * D + i];
    }
    dgamma[i] = weighted;
    dbeta[i] = sum;
}

// dx = rstd * (h - 1/D * sum of h - xhat / D * sum of h * xhat)      h = gamma * g, xhat = (x - mean) * rstd
kernel void backward_data(global const float *g, global const float *x, global const float *gamma,
                          global const float *mean, global const float *rstd, global float *dx, int D) {
    local float shared[WGS];
    int row = get_global_id(1);
    global const float *grads = g + row * D;
    global const float *in = x + row * D;
    float center = mean[row];
    float scale = rstd[row];

    vf sum = (vf)(0.0f);
    vf weighted = (vf)(0.0f);
    for (int i = get_local_id(0) * V; i < D; i += WGS * V) {
        vf h = load_guarded(gamma, i, D) * load_guarded(grads, i, D);
        vf xhat = (load_guarded(in, i, D) - center) * scale;
        sum += h;
        weighted = fma(h, xhat, weighted);
    }
    float h_mean = group_sum(lane_sum(sum), shared) / D;
    float slope = group_sum(lane_sum(weighted), shared) / D;
    for (int i = get_local_id(0) * V; i < D; i += WGS * V) {
        vf h = load_guarded(gamma, i, D) * load_guarded(grads, i, D);
        vf xhat = (load_guarded(in, i, D) - center) * scale;
        store_guarded(dx + row * D, i, D, scale * (h - h_mean - xhat * slope));
    }
}
