// The most multiply-adds a device can do: many independent chains of fma on registers, nothing read or written but a
// sum at the end, so that nothing is optimised away. Every chain tends to b / (1 - a): nothing overflows, however many
// the turns.
kernel void multiply_adds(global float *out, int turns) {
    vf a = (vf)(0.999f - 1e-7f * get_global_id(0));
    vf b = (vf)(1e-3f);
    vf sum[CHAINS];
#pragma unroll
    for (int j = 0; j < CHAINS; j++) sum[j] = (vf)(j);
    for (int i = 0; i < turns; i++) {
#pragma unroll
        for (int j = 0; j < CHAINS; j++) sum[j] = fma(sum[j], a, b);
    }
    vf total = sum[0];
#pragma unroll
    for (int j = 1; j < CHAINS; j++) total += sum[j];
    out[get_global_id(1) * WGS + get_local_id(0)] = lane_sum(total);
}

// The most bytes a device can move: each value is read once and written once. `size` is a multiple of V.
kernel void copy(global const float *from, global float *to, int size) {
    int i = get_global_id(0) * V;
    if (i < size) VSTORE(VLOAD(from + i), to + i);
}

// Nothing: what a launch itself costs.
kernel void nothing(global float *out) {
    if (get_global_id(0) == 0) out[0] = 0.0f;
}
