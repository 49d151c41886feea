// What every buffer needs. One work-item handles V neighbouring values.

kernel void fill(global float *to, int size, float value) {
    int start = get_global_id(0) * V;
    store_guarded(to, start, size, (vf)(value));
}

kernel void copy(global const float *from, global float *to, int size) {
    int start = get_global_id(0) * V;
    store_guarded(to, start, size, load_guarded(from, start, size));
}

kernel void add(global const float *from, global float *to, int size) {
    int start = get_global_id(0) * V;
    store_guarded(to, start, size, load_guarded(to, start, size) + load_guarded(from, start, size));
}
