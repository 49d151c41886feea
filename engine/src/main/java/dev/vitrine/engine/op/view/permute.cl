// Permute; Permute.java says what it means, PermuteJava.java defines it.

// Row `row` of `to` (its last axis, s7) begins at this place of `from`; the axes before count row by row.
INLINE int start_of(int row, int8 size, int8 stride) {
    int sizes[8], strides[8];
    vstore8(size, 0, sizes);
    vstore8(stride, 0, strides);
    int at = 0;
    for (int axis = 6; axis >= 0; axis--) {
        at += row % sizes[axis] * strides[axis];
        row /= sizes[axis];
    }
    return at;
}

// to[row, i] = from[start_of(row) + i * stride].  One work-item: V neighbours of one row.
kernel void gather(global const float *from, global float *to, int8 size, int8 stride) {
    int length = size.s7;
    int i = get_global_id(0) * V;
    int row = get_global_id(1);
    global const float *in = from + start_of(row, size, stride);
    if (stride.s7 == 1) {
        store_guarded(to + row * length, i, length, load_guarded(in, i, length));
        return;
    }
    for (int j = 0; j < V && i + j < length; j++) to[row * length + i + j] = in[(i + j) * stride.s7];
}
