//! What `vigie trials` takes.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct Trials {
    #[arg(long, value_name = "FILE", num_args = 1.., required_unless_present = "explain")]
    pub registry: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", required_unless_present = "explain")]
    pub profile: Option<PathBuf>,
    #[arg(long, value_name = "N", conflicts_with = "explain")]
    pub most: Option<NonZeroUsize>,
    #[arg(long, conflicts_with_all = ["registry", "profile"])]
    pub explain: bool,
}
