// Product of matrices; Matmul.java says what it means, MatmulJava.java defines it. Compiled for BLOCK, the rows of the
// result that one work-item keeps in registers.
//
// Three products are enough for forward and backward, and for a matrix with one column, which lies in memory as a row:
// which is which, MatmulOpenCl.java says. All matrices are in row-major order, n counts the items of a batch.

// out[n, i, j] = sum over k of left[n, i, k] * right[n, k, j].  One work-item: V neighbouring j of BLOCK rows.
kernel void rows_times_columns(global const float *left, global const float *right, global float *out, int I, int K,
                               int J) {
    int j = get_global_id(0) * V;
    int i = get_global_id(1) * BLOCK;
    int n = get_global_id(2);
    if (j >= J) return;
    vf sum[BLOCK];
#pragma unroll
    for (int r = 0; r < BLOCK; r++) sum[r] = (vf)(0.0f);
    for (int k = 0; k < K; k++) {
        vf in = load_guarded(right + (n * K + k) * J, j, J);
#pragma unroll
        for (int r = 0; r < BLOCK; r++) sum[r] = fma((vf)(left[(n * I + min(i + r, I - 1)) * K + k]), in, sum[r]);
    }
#pragma unroll
    for (int r = 0; r < BLOCK; r++)
        if (i + r < I) store_guarded(out + (n * I + i + r) * J, j, J, sum[r]);
}

// out[n, i, j] = sum over k of left[n, i, k] * right[n, j, k].  One group of WGS work-items per element.
kernel void rows_times_rows(global const float *left, global const float *right, global float *out, int I, int K,
                            int J) {
    local float shared[WGS];
    int j = get_group_id(0);
    int i = get_global_id(1);
    int n = get_global_id(2);
    vf sum = (vf)(0.0f);
    for (int k = (int)get_local_id(0) * V; k < K; k += WGS * V)
        sum = fma(load_guarded(left + (n * I + i) * K, k, K), load_guarded(right + (n * J + j) * K, k, K), sum);
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) out[(n * I + i) * J + j] = total;
}

// out[n, i, j] = sum over k of left[n, k, i] * right[n, k, j].  One work-item: V neighbouring j of BLOCK rows.
kernel void columns_times_columns(global const float *left, global const float *right, global float *out, int I, int K,
                                  int J) {
    int j = get_global_id(0) * V;
    int i = get_global_id(1) * BLOCK;
    int n = get_global_id(2);
    if (j >= J) return;
    vf sum[BLOCK];
#pragma unroll
    for (int r = 0; r < BLOCK; r++) sum[r] = (vf)(0.0f);
    for (int k = 0; k < K; k++) {
        vf in = load_guarded(right + (n * K + k) * J, j, J);
#pragma unroll
        for (int r = 0; r < BLOCK; r++) sum[r] = fma((vf)(left[(n * K + k) * I + min(i + r, I - 1)]), in, sum[r]);
    }
#pragma unroll
    for (int r = 0; r < BLOCK; r++)
        if (i + r < I) store_guarded(out + (n * I + i + r) * J, j, J, sum[r]);
}
