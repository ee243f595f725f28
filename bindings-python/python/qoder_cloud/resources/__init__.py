# Generated from spec/ by codegen; edit the spec.
"""The resources of the API, one module each, loaded when first used."""
