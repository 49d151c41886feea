// The most multiply-adds a device can do: many independent chains of fma on registers, nothing read or written but a
// sum at the end, so that nothing is optimised away.
kernel void fma_roof(global float *out, int turns) {
    vf a = (vf)(1.0f + 1e-7f * get_global_id(0));
    vf b = (vf)(1e-7f);
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
