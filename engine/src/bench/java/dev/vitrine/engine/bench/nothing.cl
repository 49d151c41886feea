// What a launch costs by itself.
kernel void nothing(global float *out) {
    if (get_global_id(0) == 0) out[0] = 0.0f;
}
