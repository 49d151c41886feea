// Concat; Concat.java says what it means, ConcatJava.java defines it.
//
// part [outer, block]   whole [outer, length]      A work-item handles V neighbours of one block.

// whole[o, first + k] = part[o, k]
kernel void put(global const float *part, global float *whole, int block, int first, int length) {
    int k = get_global_id(0) * V;
    int o = get_global_id(1);
    store_guarded(whole + o * length + first, k, block, load_guarded(part + o * block, k, block));
}

// part[o, k] = whole[o, first + k]
kernel void take(global const float *whole, global float *part, int block, int first, int length) {
    int k = get_global_id(0) * V;
    int o = get_global_id(1);
    store_guarded(part + o * block, k, block, load_guarded(whole + o * length + first, k, block));
}
