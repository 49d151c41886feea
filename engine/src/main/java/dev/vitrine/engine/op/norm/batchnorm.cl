// Batch normalisation; BatchNorm.java says what it means, BatchNormJava.java defines it.
//
// Compiled with RELU = 1 where a rectified linear unit follows, else 0, and for tiles of POOL_H x POOL_W values, of each of
// which the largest is kept: 1 x 1 where nothing is pooled. A plane is one (n, c): H rows of W values; where nothing is
// pooled, one row. A group of WGS work-items takes one chunk of one plane; partial results are combined by one work-item
// per channel.
//
// x, dx [N, C, H, W]   y, g [N, C, OH, OW]   gamma, beta, mean, rstd [C]   partial [N, C, chunks, 2]

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

// How many chunks a plane of L values is cut into.
#define PARTS(L, chunk) (((L) + (chunk) - 1) / (chunk))

// For each chunk: its mean, and the sum of (x - mean)^2. One turn makes both: the squares are summed up around a pivot, and
// what that lies off the mean is taken off again. As the pivot is the mean of the first FEW values, the sum around it is at
// most 1 + chunk / FEW times the other, whatever x is: little cancels.
#define FEW 64
kernel void statistics_partial(global const float *x, global float *partial, int L, int chunk) {
    local float shared[WGS];
    int part = get_global_id(1);
    int plane = get_global_id(2);
    int first = part * chunk;
    int end = min(L, first + chunk);
    int few = min(end, first + FEW);
    global const float *in = x + plane * L;

    vf begin = (vf)(0.0f);
    for (int l = first + (int)get_local_id(0) * V; l < few; l += WGS * V) begin += load_guarded(in, l, few);
    float pivot = group_sum(lane_sum(begin), shared) / (few - first);

    vf sum = (vf)(0.0f);
    vf off = (vf)(0.0f);
    vf squares = (vf)(0.0f);
    for (int l = first + (int)get_local_id(0) * V; l < end; l += WGS * V) {
        vf value = load_guarded(in, l, end);
        vf away = (value - pivot) * lanes_inside(l, end);
        sum += value;
        off += away;
        squares = fma(away, away, squares);
    }
    float sum_total = group_sum(lane_sum(sum), shared);
    float off_total = group_sum(lane_sum(off), shared);
    float squares_total = group_sum(lane_sum(squares), shared);
    if (get_local_id(0) == 0) {
        global float *to = partial + (plane * PARTS(L, chunk) + part) * 2;
        to[0] = sum_total / (end - first);
        to[1] = fmax(0.0f, squares_total - off_total * off_total / (end - first));
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

#define TAPS (POOL_H * POOL_W)
// Vectors of V neighbours that a row of `length` takes.
#define VECTORS(length) (((length) + V - 1) / V)

// V neighbouring tiles, the first of which begins at (i, j) of a plane: x - mean of all their values. Where the plane has
// no such row or column, x counts as 0.
INLINE void load_tiles(global const float *x, int size, int plane, int i, int j, int H, int W, vf center, vf *away) {
#pragma unroll
    for (int p = 0; p < POOL_H; p++) {
        int row = (plane * H + i + p) * W;
        int length = i + p < H ? W : 0;
        vf *tap = away + p * POOL_W;
#if V > 1 && (POOL_W == 1 || HALVES(POOL_W))
#pragma unroll
        for (int q = 0; q < POOL_W; q++) tap[q] = load_amid_rows(x, size, row, j + q * V, length, 0.0f);
        take_apart(tap, POOL_W);
#else
        load_interleaved(x + row, j, POOL_W, length, 0.0f, tap);
#endif
#pragma unroll
        for (int q = 0; q < POOL_W; q++) tap[q] -= center;
    }
}

// Which value of each tile is the largest once it is normalised, p * POOL_W + q: of equal ones the first, and the last
// that is not a number. `largest` becomes that value, `won` what it was made of.
INLINE vf winner(const vf *away, vf scale, vf shift, vf *largest, vf *won) {
    vf tap = (vf)(0.0f);
    *won = away[0];
    *largest = normalised(away[0], scale, shift);
#pragma unroll
    for (int i = 1; i < TAPS; i++) {
        vf value = normalised(away[i], scale, shift);
        vi larger = (value > *largest) | isnan(value);
        tap = select(tap, (vf)(i), larger);
        *won = select(*won, away[i], larger);
        *largest = select(*largest, value, larger);
    }
    return tap;
}

// y = activation(the largest of gamma * (x - mean) * rstd + beta in each tile)
// Chunks are counted in vectors of tiles.
kernel void forward(global const float *x, global const float *gamma, global const float *beta,
                    global const float *mean, global const float *rstd, global float *y, int size, int C, int H, int W, int chunk) {
    int plane = get_global_id(2);
    int c = plane % C;
    int OH = H / POOL_H, OW = W / POOL_W;
    int first = get_global_id(1) * chunk;
    int end = min(OH * VECTORS(OW), first + chunk);

    vf center = (vf)(mean[c]);
    vf scale = (vf)(gamma[c] * rstd[c]);
    vf shift = (vf)(beta[c]);
    for (int i = first + (int)get_local_id(0); i < end; i += WGS) {
        int h = i / VECTORS(OW), w = i % VECTORS(OW) * V;
        vf away[TAPS], largest, won;
        load_tiles(x, size, plane, h * POOL_H, w * POOL_W, H, W, center, away);
        winner(away, scale, shift, &largest, &won);
        store_guarded(y + (plane * OH + h) * OW, w, OW, activation(largest));
    }
}

// dbeta = sum of g      dgamma = rstd * sum of g * (x - mean)      where tiles are pooled, over what won
// First part: both sums for each chunk.
kernel void affine_partial(global const float *g, global const float *x, global const float *gamma,
                           global const float *beta, global const float *mean, global const float *rstd,
                           global float *partial, int size, int C, int H, int W, int chunk) {
    local float shared[WGS];
    int part = get_global_id(1);
    int plane = get_global_id(2);
    int c = plane % C;
    int OH = H / POOL_H, OW = W / POOL_W;
    int first = part * chunk;
    int end = min(OH * VECTORS(OW), first + chunk);

    vf center = (vf)(mean[c]);
    vf scale = (vf)(gamma[c] * rstd[c]);
    vf shift = (vf)(beta[c]);
    vf sum = (vf)(0.0f);
    vf weighted = (vf)(0.0f);
    for (int i = first + (int)get_local_id(0); i < end; i += WGS) {
        int h = i / VECTORS(OW), w = i % VECTORS(OW) * V;
        vf away[TAPS], largest, won;
        load_tiles(x, size, plane, h * POOL_H, w * POOL_W, H, W, center, away);
        winner(away, scale, shift, &largest, &won);
        vf grad = gradient(load_guarded(g + (plane * OH + h) * OW, w, OW), largest);
        sum += grad;
        weighted = fma(grad, won, weighted);
    }
    float sum_total = group_sum(lane_sum(sum), shared);
    float weighted_total = group_sum(lane_sum(weighted), shared);
    if (get_local_id(0) == 0) {
        global float *to = partial + (plane * PARTS(OH * VECTORS(OW), chunk) + part) * 2;
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

// dx = gamma * rstd * (g - share * dbeta - (x - mean) * rstd * share * dgamma)      g = 0 for what won no tile
// Tiles that the end of an axis cuts off are no tiles of y: nothing in them won.
kernel void backward_data(global const float *g, global const float *x, global const float *gamma,
                          global const float *beta, global const float *dgamma, global const float *dbeta,
                          global const float *mean, global const float *rstd, global float *dx, int size, int C, int H, int W,
                          int chunk, float share) {
    int plane = get_global_id(2);
    int c = plane % C;
    int OH = H / POOL_H, OW = W / POOL_W;
    int across = VECTORS((W + POOL_W - 1) / POOL_W);
    int first = get_global_id(1) * chunk;
    int end = min((H + POOL_H - 1) / POOL_H * across, first + chunk);

    vf center = (vf)(mean[c]);
    vf scale = (vf)(gamma[c] * rstd[c]);
    vf shift = (vf)(beta[c]);
    vf grad_mean = (vf)(share * dbeta[c]);
    vf slope = (vf)(-share * dgamma[c] * rstd[c]);
    for (int i = first + (int)get_local_id(0); i < end; i += WGS) {
        int h = i / across, w = i % across * V;
        vf away[TAPS], largest, won;
        load_tiles(x, size, plane, h * POOL_H, w * POOL_W, H, W, center, away);
        vf tap = winner(away, scale, shift, &largest, &won);
        vf grad = (vf)(0.0f);
        if (h < OH) grad = gradient(load_guarded(g + (plane * OH + h) * OW, w, OW), largest);
#pragma unroll
        for (int p = 0; p < POOL_H; p++) {
            int row = h * POOL_H + p;
            vf out[POOL_W];
#pragma unroll
            for (int q = 0; q < POOL_W; q++) {
                int at = p * POOL_W + q;
                vf arrived = select((vf)(0.0f), grad, tap == (vf)(at));
                out[q] = scale * fma(away[at], slope, arrived - grad_mean);
            }
            store_interleaved(dx + (plane * H + row) * W, w, POOL_W, row < H ? W : 0, out);
        }
    }
}
