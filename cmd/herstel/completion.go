package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"
)

const completionLong = `Maakt een script waarmee je shell opdrachten, opties, jaren en cijfers aanvult
als je op Tab drukt.

  bash        herstel completion bash > ~/.local/share/bash-completion/completions/herstel
  zsh         herstel completion zsh > "${fpath[1]}/_herstel"
  fish        herstel completion fish > ~/.config/fish/completions/herstel.fish
  powershell  herstel completion powershell | Out-String | Invoke-Expression`

var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletion(sys system) *cobra.Command {
	return &cobra.Command{
		Use: "completion shell", Short: "aanvullen met Tab in bash, zsh, fish en PowerShell", Long: completionLong,
		Example:   "  herstel completion bash\n  herstel completion powershell",
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells, args[0]) {
				return wrongUse("kies uit "+listedOr(shells), "noem de shell waarvoor je het script wilt")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(sys.stdout, true)
			case "zsh":
				return root.GenZshCompletion(sys.stdout)
			case "fish":
				return root.GenFishCompletion(sys.stdout, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(sys.stdout)
			}
			return fmt.Errorf("completion: %s", args[0])
		},
	}
}
