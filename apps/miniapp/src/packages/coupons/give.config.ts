export default definePageConfig({ navigationBarTitleText: '送给好友', enableShareAppMessage: true });
