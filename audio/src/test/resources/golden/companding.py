#!/usr/bin/env python3
"""What each byte of A-law and mu-law stands for, with 16 bits, by Python's audioop (G.711): writes companding.csv."""
import audioop
import struct

with open("companding.csv", "w") as out:
    out.write("code,a_law,mu_law\n")
    for code in range(256):
        byte = bytes([code])
        a = struct.unpack("<h", audioop.alaw2lin(byte, 2))[0]
        mu = struct.unpack("<h", audioop.ulaw2lin(byte, 2))[0]
        out.write(f"{code},{a},{mu}\n")
