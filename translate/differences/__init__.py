"""From beads to differences: what one version says and the other leaves out or tells otherwise."""
