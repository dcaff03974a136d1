"""The rules: the name of a file is the code and the name of its rule, its docstring the rule's page in the manual."""
