// The steps of docs/lessons/01-from-a-loop-to-a-kernel.md, for stride 1. LessonTest compares them with conv1d.cl.

// Step 1: one work-item computes one output.
kernel void one_output(global const float *x, global const float *w, global const float *b, global float *y,
                       int C, int L, int O, int M, int before) {
    int l = get_global_id(0);
    int o = get_global_id(1);
    int n = get_global_id(2);
    if (l >= M) return;
    float sum = b[o];
    for (int c = 0; c < C; c++)
        for (int k = 0; k < K; k++) {
            int i = l + k * DILATION - before;
            if (i >= 0 && i < L) sum = fma(w[(o * C + c) * K + k], x[(n * C + c) * L + i], sum);
        }
    y[(n * O + o) * M + l] = sum;
}

// Step 2: one work-item computes V neighbouring outputs.
kernel void one_vector(global const float *x, global const float *w, global const float *b, global float *y,
                       int C, int L, int O, int M, int before) {
    int l = get_global_id(0) * V;
    int o = get_global_id(1);
    int n = get_global_id(2);
    if (l >= M) return;
    vf sum = (vf)(b[o]);
    for (int c = 0; c < C; c++)
        for (int k = 0; k < K; k++) {
            vf in = load_guarded(x + (n * C + c) * L, l + k * DILATION - before, L);
            sum = fma((vf)(w[(o * C + c) * K + k]), in, sum);
        }
    store_guarded(y + (n * O + o) * M, l, M, sum);
}
