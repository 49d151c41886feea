// Batch normalisation; BatchNorm.java says what it means, BatchNormJava.java defines it.
//
// Compiled with RELU = 1 where a rectified linear unit follows, else 0. A row is one (n, c): L values of one
// channel, H * W of an image. A group of WGS work-items takes one chunk of one row; partial results are combined by one work-item per channel.
//
// x, y, g [N, C, L]   gamma, beta, mean, rstd [C]   partial [N, C, chunks, 2]

// Before the activation; the way back computes it again, which costs less than reading y.
INLINE vf normalised(vf away, vf scale, vf shift) { return fma(away, scale, shift); }

// select(a, b, test) is b where the test holds, else a; not-a-number holds no test, so it passes.
#if RELU
INLINE vf activation(vf value) { return select(value, (vf)(0.0f), value <= (vf)(0.0f)); }
INLINE vf gradient(vf g, vf value) { return select(g, (vf)(0.0f), value <= (vf)(0.0f)); }
#else
INLINE vf activation(vf value) { return value; }
INLINE vf gradient(vf g, vf value) { return g; }
#endif

// How many chunks a row of L values is cut into.
#define PARTS(L, chunk) (((L) + (chunk) - 1) / (chunk))

// For each chunk: its mean, and the sum of (x - mean)^2. The second turn finds the values in the cache.
kernel void statistics_partial(global const float *x, global float *partial, int L, int chunk) {
    local float shared[WGS];
    int part = get_global_id(1);
    int row = get_global_id(2);
    int first = part * chunk;
    int end = min(L, first + chunk);
    global const float *in = x + row * L;

    vf sum = (vf)(0.0f);
    for (int l = first + (int)get_local_id(0) * V; l < end; l += WGS * V) sum += load_guarded(in, l, end);
    float mean = group_sum(lane_sum(sum), shared) / (end - first);

    vf squares = (vf)(0.0f);
    for (int l = first + (int)get_local_id(0) * V; l < end; l += WGS * V) {
        vf away = (load_guarded(in, l, end) - mean) * lanes_inside(l, end);
        squares = fma(away, away, squares);
    }
    float total = group_sum(lane_sum(squares), shared);
    if (get_local_id(0) == 0) {
        global float *to = partial + (row * PARTS(L, chunk) + part) * 2;
        to[0] = mean;
        to[1] = total;
    }
}

// Combines the chunks of one channel, always in the same order: the squares around the common mean are those around
// each chunk's own, plus how far that lies from the common one (Chan, Golub and LeVeque, 1983).
kernel void statistics_total(global const float *partial, global float *mean, global float *rstd,
                             global float *running_mean, global float *running_variance, int N, int C, int L, int chunk,
                             float eps, float momentum) {
    int c = get_global_id(0);
    int parts = PARTS(L, chunk);
    wide count = (wide)N * L;

    wide sum = 0;
    for (int n = 0; n < N; n++)
        for (int part = 0; part < parts; part++) {
            wide size = min(chunk, L - part * chunk);
            sum += size * partial[((n * C + c) * parts + part) * 2];
        }
    wide common = sum / count;

    wide squares = 0;
    for (int n = 0; n < N; n++)
        for (int part = 0; part < parts; part++) {
            wide size = min(chunk, L - part * chunk);
            global const float *from = partial + ((n * C + c) * parts + part) * 2;
            wide away = from[0] - common;
            squares += from[1] + size * away * away;
        }

    mean[c] = common;
    rstd[c] = 1 / sqrt(squares / count + eps);
    running_mean[c] = (1 - (wide)momentum) * running_mean[c] + momentum * common;
    running_variance[c] = (1 - (wide)momentum) * running_variance[c] + momentum * (squares / (count - 1));
}

// In evaluation the running statistics take the place of the batch's.
kernel void running_statistics(global const float *running_mean, global const float *running_variance,
                               global float *mean, global float *rstd, float eps) {
    int c = get_global_id(0);
    mean[c] = running_mean[c];
    rstd[c] = 1 / sqrt((wide)running_variance[c] + eps);
}

// y = activation(gamma * (x - mean) * rstd + beta)
kernel void forward(global const float *x, global const float *gamma, global const float *beta,
                    global const float *mean, global const float *rstd, global float *y, int C, int L, int chunk) {
    int first = get_global_id(1) * chunk;
    int row = get_global_id(2);
    int c = row % C;
    int end = min(L, first + chunk);
    global const float *in = x + row * L;
    global float *out = y + row * L;

    vf center = (vf)(mean[c]);
    vf scale = (vf)(gamma[c] * rstd[c]);
    vf shift = (vf)(beta[c]);
    for (int l = first + (int)get_local_id(0) * V; l < end; l += WGS * V) {
        vf away = load_guarded(in, l, end) - center;
        store_guarded(out, l, end, activation(normalised(away, scale, shift)));
    }
}

// dbeta = sum of g      dgamma = rstd * sum of g * (x - mean)
// First part: both sums for each chunk.
kernel void affine_partial(global const float *g, global const float *x, global const float *gamma,
                           global const float *beta, global const float *mean, global const float *rstd,
                           global float *partial, int C, int L, int chunk) {
    local float shared[WGS];
    int part = get_global_id(1);
    int row = get_global_id(2);
    int c = row % C;
    int first = part * chunk;
    int end = min(L, first + chunk);

    vf center = (vf)(mean[c]);
    vf scale = (vf)(gamma[c] * rstd[c]);
    vf shift = (vf)(beta[c]);
    vf sum = (vf)(0.0f);
    vf weighted = (vf)(0.0f);
    for (int l = first + (int)get_local_id(0) * V; l < end; l += WGS * V) {
        vf away = load_guarded(x + row * L, l, end) - center;
        vf grad = gradient(load_guarded(g + row * L, l, end), normalised(away, scale, shift));
        sum += grad;
        weighted = fma(grad, away, weighted);
    }
    float sum_total = group_sum(lane_sum(sum), shared);
    float weighted_total = group_sum(lane_sum(weighted), shared);
    if (get_local_id(0) == 0) {
        global float *to = partial + (row * PARTS(L, chunk) + part) * 2;
        to[0] = sum_total;
        to[1] = weighted_total;
    }
}

// Second part: adds the chunks of one channel, always in the same order.
kernel void affine_total(global const float *partial, global const float *rstd, global float *dgamma,
                         global float *dbeta, int N, int C, int parts) {
    int c = get_global_id(0);
    wide sum = 0;
    wide weighted = 0;
    for (int n = 0; n < N; n++)
        for (int part = 0; part < parts; part++) {
            global const float *from = partial + ((n * C + c) * parts + part) * 2;
            sum += from[0];
            weighted += from[1];
        }
    dbeta[c] = sum;
    dgamma[c] = weighted * rstd[c];
}

// dx = gamma * rstd * (g - share * dbeta - (x - mean) * rstd * share * dgamma)
kernel void backward_data(global const float *g, global const float *x, global const float *gamma,
                          global const float *beta, global const float *dgamma, global const float *dbeta,
                          global const float *mean, global const float *rstd, global float *dx, int C, int L, int chunk,
                          float share) {
    int first = get_global_id(1) * chunk;
    int row = get_global_id(2);
    int c = row % C;
    int end = min(L, first + chunk);

    vf center = (vf)(mean[c]);
    vf scale = (vf)(gamma[c] * rstd[c]);
    vf shift = (vf)(beta[c]);
    vf grad_mean = (vf)(share * dbeta[c]);
    vf slope = (vf)(-share * dgamma[c] * rstd[c]);
    for (int l = first + (int)get_local_id(0) * V; l < end; l += WGS * V) {
        vf away = load_guarded(x + row * L, l, end) - center;
        vf grad = gradient(load_guarded(g + row * L, l, end), normalised(away, scale, shift));
        store_guarded(dx + row * L, l, end, scale * fma(away, slope, grad - grad_mean));
    }
}
