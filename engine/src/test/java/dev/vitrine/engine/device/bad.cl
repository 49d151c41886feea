// Wrong on purpose: the kernel checker must catch each of these.

kernel void writes_past_the_end(global float *to, int size) {
    to[get_global_id(0) + 1] = 1.0f;
}

kernel void races_for_a_sum(global float *to, int size) {
    to[0] += 1.0f;
}

kernel void forgets_a_barrier(global float *to, int size) {
    local float shared[WGS];
    int me = get_local_id(0);
    shared[me] = (float)me;
    to[me] = shared[WGS - 1 - me];
}

// Right, for comparison.
kernel void writes_its_own(global float *to, int size) {
    to[get_global_id(0)] = 1.0f;
}
