"""The fast pseudoinverse of matrices of integers, behind one door."""
