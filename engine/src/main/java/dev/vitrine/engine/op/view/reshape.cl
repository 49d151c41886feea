// Reshape; Reshape.java says what it means, ReshapeJava.java defines it.

// to[i] = from[i].  One work-item: V neighbouring values.
kernel void copy(global const float *from, global float *to, int size) {
    int i = get_global_id(0) * V;
    store_guarded(to, i, size, load_guarded(from, i, size));
}
